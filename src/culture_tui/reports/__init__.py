"""Results made into documents for people who were not in the room.

A report is first a `Document`, a row of plain blocks, and then Markdown or text. Words are
handed in: a document may be in another language than the program's.
"""
