"""What microgpt leaves out and big models have: one idea a file, each usable to train or to invent names.

Does: tell in which order to read. Does not: change the course's model: everything here is asked for.

Another architecture   gpt2.py            LayerNorm and GELU (with config.gpt2_config)
                       long_context.py    a sliding window, places told by an angle (RoPE)
Learning more          dropout.py         hide parts at random, recite less
                       fine_tuning.py     go on from a trained model, some tables frozen
                       rewards.py         tune by points given to what the model says
Any text               bpe.py             pieces longer than letters, made of bytes
Going faster           kv_cache.py        remember what was read
                       quantisation.py    weights in 8 bits
                       numpy_tape.py, numpy_learner.py    the same computations with NumPy
                       torch_ops.py, torch_learner.py     with torch, on a graphics card if there is one
"""
