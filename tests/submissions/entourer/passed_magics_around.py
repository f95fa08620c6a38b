%time
!pip install numpy
def entourer(prenom):
    return "." + prenom + "."
%timeit entourer("emma")
entourer?
