"""What microgpt leaves out and big models add: one idea a file, each usable to train or to invent names.

Does: vectorise (NumPy, torch), read any text (BPE), look further (long context), answer faster (memory, small weights),
learn more (dropout, fine-tuning, rewards).
Does not: change the course's model: everything here is asked for.
"""
