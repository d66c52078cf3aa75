"""What a chart is, before anybody paints it: shapes, marks, a table and the words of each."""
