"""The bridge to nbgrader: its course folder, gradebook, formgrader and exchange, with our grader inside.

Reads in this order: authoring (release/ from source/) -> collecting (whose file is it) -> rebuild (a pupil's file
becomes a notebook nbgrader can take) -> exporter, marking, outputs (`nbgrader autograde`, without running anything) ->
safe_html (formgrader) -> feedback -> course_folder, misplaced, one_pupil, command (`tuto autograde`). configuration
puts them in nbgrader's hands.
"""
