"""The grader: a pupil's notebook goes in, a report that explains comes out.

Reads in this order: exercise (what is asked) -> notebook, submission, master (what was handed in, and stood on)
-> prepare, sandbox (run it safely) -> cases, judge, diagnosis (explain it) -> grade (the whole in one page)
-> report, feedback, records, terminal (tell people) -> batch, cli (the command).
"""
