"""What the pages download: styles, scripts, fonts, badges, the lessons' kits, Python for the browser.

The sources are src/ (the lesson page and its Python) and ../static/; packages come from the npm registry, at the
versions of package-lock.json. `python -m classroom.assets` builds the site; nothing here is imported by the server.

    parts       everything the site is made from, and the key that names it
    node        Node.js: the machine's, or the one from PyPI
    running     a program of the build, and its line of progress
    installing  a folder that is either complete or absent
    packages    what comes from npm: CodeMirror, esbuild, Pyodide (library.py packs its library)
    scripts     the scripts bundled, the typeface
    kits        what a lesson's notebook finds beside itself
    twins       the same files compressed
    build       all of it, in one move
"""
