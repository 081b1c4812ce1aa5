### The screen Ground after an analysis, and charts: comes after the first screen.

chart-data = The numbers
chart-missing = The drawing could not be brought: the numbers are below.
