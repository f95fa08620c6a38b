"""The teacher's pages: the board, the pupils, the marks."""
