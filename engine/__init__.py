"""A small language model, written to be read: one idea a file, standard library only."""
