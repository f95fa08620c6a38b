"""The machine's side: start, answer, survive.

Reads in this order:

    server                       `tuto classe`: the database made ready, the addresses said, uvicorn started
    addresses                    under which ones the room finds this machine
    lock, backup                 one server for one data folder; that folder in one file, and back
    keys                         what never leaves it
    site_files, static_files     where the built pages lie, and serving them
    floodgate                    the longest body that is read
    storms                       when something goes wrong
"""
