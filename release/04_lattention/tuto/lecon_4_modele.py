"""The trained model that lesson 4 lends: its letters, its places and its three filters, nothing else.

A mini-GPT of one layer and one head, 8 notes a letter, trained by the engine on 2,007 of the course's first names:
8,000 steps, seed 1, the clearest of four trainings. Measured on the 223 names kept aside, from the third letter on:
consonants give vowels 70 % of their attention (32 % if all were equal), vowels give consonants 64 % (40 %).
"""

import math

SIGNES = ".abcdefghijklmnopqrstuvwxyz"

Liste = list[float]
Grille = list[Liste]


def trained_numbers(letters: str) -> tuple[Grille, Grille, Grille, Grille]:
    """The cards of these signs (letter + place, brought back to a normal size), then the three filters."""
    table = {name: read_table(text) for name, text in LEARNED.items()}
    cards = [
        normal_size([a + b for a, b in zip(table["lettres"][SIGNES.index(sign)], table["places"][place], strict=True)])
        for place, sign in enumerate(letters)
    ]
    return cards, table["Wq"], table["Wk"], table["Wv"]


def read_table(text: str, width: int = 8) -> Grille:
    numbers = [int(word) / 100 for word in text.split()]
    return [numbers[start : start + width] for start in range(0, len(numbers), width)]


def normal_size(card: Liste) -> Liste:
    size = math.sqrt(sum(note * note for note in card) / len(card) + 1e-5)
    return [note / size for note in card]


# In hundredths, 8 numbers a row.
LEARNED = {
    "lettres": """
-66 72 -11 -65 28 -21 -26 -57 22 71 -18 80 30 106 -24 46 17 32 58 -32 43 38 103 -82 -24 92 39 10 32 -104 77 -67 38 -43
35 -7 7 -4 52 -41 94 98 -64 -48 -14 33 -35 96 15 29 -7 -48 49 29 108 -48 -9 -1 37 33 -54 64 116 -120 5 -24 45 -66 53
34 81 -84 23 99 10 -87 6 -4 -158 -34 -48 -110 -32 -43 -143 74 -5 -103 -11 2 80 -47 13 -34 62 -6 -41 -161 -5 -36 11 25
7 47 -53 -13 70 -24 29 -72 86 -25 16 -85 98 8 -13 -25 -65 -55 92 53 14 23 -61 128 19 -36 -5 17 -18 78 -8 -142 107 -84
-11 -28 -38 51 -125 49 -15 -59 4 -93 -9 3 71 17 -11 -73 -18 7 45 19 91 -85 -31 -2 3 -37 33 100 52 -85 41 -58 112 44 -8
5 27 43 -25 -80 -14 -98 7 -6 37 -29 141 -113 -178 -64 46 -97 -35 57 73 12 -22 -13 6 -19 37 -38 62 2 -10 6 2 -56 -7 4
-17 61 -37 -58 148 -43 -17 -60 26 -20""",
    "places": """
-100 62 -11 -46 41 -19 -13 -48 53 -24 -57 -36 -42 -16 -7 -28 70 63 -43 -4 14 -23 5 -109 38 -23 -18 -3 23 -7 -17 -35 84
-34 38 -30 41 3 9 1 31 -23 64 -22 54 12 9 30 18 -11 77 -28 16 47 20 46 -31 8 89 -8 28 84 33 21 -53 1 89 -6 26 47 28 31
-46 8 93 -7 21 68 32 6 -58 -24 113 29 29 47 32 -11 -52 -7 104 8 7 81 25 27 -57 -22 63 56 39 20 -1 12 -119 -9 101 36 24
33 -1 35 -120 -49 120 48 3 22 25 26 -73 -18 79 44 8 11 30 71""",
    "Wq": """
-17 -1 -16 45 -46 44 -2 23 14 7 -101 36 5 -38 -33 -2 8 -44 -3 -33 54 -26 -17 -7 -42 26 8 -10 -39 7 -30 13 20 -70 19 14
2 -61 33 -36 -67 -30 -21 41 -6 -14 -16 48 27 -36 36 3 27 15 69 -9 16 -1 -11 31 6 1 49 -6""",
    "Wk": """
-42 13 12 -23 -74 -32 33 7 56 2 -65 35 -24 -51 -12 -60 58 11 -5 -19 93 14 -1 -6 -40 -9 -5 22 -17 5 34 -25 46 40 -81
-34 53 37 -44 13 -20 25 -67 -54 34 -42 19 -22 0 20 8 -57 11 12 -44 69 -4 6 -24 -21 -38 -20 -44 25""",
    "Wv": """
-5 28 50 -30 -20 9 43 33 -32 -61 -45 -8 2 -5 42 -16 6 7 -24 -22 3 55 -11 33 -10 -38 -23 -12 1 -8 -45 -17 7 -2 30 -41
-55 17 -44 -36 15 47 59 23 -10 -20 -2 -2 0 -6 4 11 -6 7 -5 -3 20 -62 46 14 12 10 -60 14""",
}
