"""A small language model, written to be read: one idea a file, standard library only.

Does: hold the course. Does not: import anything, so that it costs nothing to start.
"""
