"""Lesson 1: the page of a letter, the keyboard, the darts, the trophy."""
