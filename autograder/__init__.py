"""The grader: a pupil's notebook goes in, a report that explains comes out.

Reads in this order: exercise (what is asked) -> notebook (what was handed in) -> sandbox (run it safely)
-> judge (explain it) -> grade (the whole in one page) -> report, feedback, cli (tell people).
"""
