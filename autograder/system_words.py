"""Why the system could not write a file, in French: Python knows its English words alone."""

import errno

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
FRENCH = {
    **dict.fromkeys(NO_ROOM, "il n'y a plus de place sur le disque"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "vous n'avez pas le droit d'y écrire"),
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOENT: "ce dossier n'existe pas, et le système ne laisse pas le créer",
    errno.ENOTDIR: "il y a un fichier là où il faudrait un dossier",
    errno.EEXIST: "il y a un fichier là où il faudrait un dossier",
    errno.EISDIR: "il y a un dossier là où il faudrait un fichier",
    errno.ENAMETOOLONG: "ce nom est trop long",
}


def reason(problem: OSError) -> str:
    """Plain spaces: typography.french() puts the others."""
    return FRENCH.get(problem.errno) or problem.strerror or str(problem)
