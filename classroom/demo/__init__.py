"""The class of `--demo`. Reads in this order: invented (who, where, with which mistakes), play (the real grading)."""
