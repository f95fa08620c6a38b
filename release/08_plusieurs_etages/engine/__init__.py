"""A small language model, written to be read: one idea a file, standard library only.

Does: tell in which order to read. Does not: import anything, so that it costs nothing to start.

The words        names.py        the first names to imitate, some kept aside
                 vocabulary.py   letters to numbers and back
Counting         bigrams.py      which letter follows which
Learning         loss.py         mistakes, their gradient, gradient descent on a table
                 scalar.py       numbers that find their own derivatives
The network      layers.py       embeddings, layers, softmax, norm, in plain loops
                 attention.py    letters look at the letters before them
                 gpt.py          all of it: a mini-GPT, temperature, a name
                 my_code.py      train it with functions in plain loops, a pupil's for instance
The engine       matmul.py       the one operation that takes the time
                 shares.py       softmax and the loss, on rows, and their way back
                 tape.py         derivatives of whole matrices at once
                 config.py       every choice about a model, and its first weights
                 model.py        every architecture, written once, over any of the ways to compute
                 plain.py        the slow and simple way, to check the others
                 optimisers.py   Adam, a rate that decreases
                 learner.py      weights that learn from one word
                 training.py     a run, one event per step
                 sampling.py     inventing words, top-k
                 evaluation.py   judging on words never seen
                 checkpoint.py   keeping a model in a file
beyond/          what microgpt leaves out, one idea a file
python -m engine __main__.py, command_line.py, curve.py, words_for_people.py
"""
