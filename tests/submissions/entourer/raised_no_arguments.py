# says: première ligne
def entourer():
    return "." + "." 
