entourer = lambda p: ".{}.".format(p)
