"""The demo's group photo, drawn by code: figures without faces before flags, woods and mountains.

Nobody in it is real; the flags are no state's, only the circle of stars in the middle is the Union's. The same code
draws the same picture each time.
"""

import io
import math
import random
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 2400, 1350  # the units in which everything below is measured
FINE = 5 / 3  # pixels per unit while drawing: twice what the picture keeps, so that edges are smooth
CANVAS = int(WIDTH * FINE), int(HEIGHT * FINE)

SKY = [(0.0, "#27406b"), (0.3, "#56719b"), (0.5, "#a9aebd"), (0.64, "#f1cfae"), (1.0, "#f8e3c4")]
RIDGES = [  # height on the picture, roughness, colour at the crest and at the foot, snow
    (385, 150, "#8794b3", "#c9c6cc", True),
    (520, 90, "#667a98", "#98a6b4", False),
    (600, 50, "#41617a", "#5d7d86", False),
]
SUITS = ["#1d2a44", "#26303c", "#33415c", "#3b3f4a", "#24404a", "#4a3a48", "#2d3a36", "#54424a"]
BRIGHT = ["#8f2f3f", "#1f6f78", "#b5762a", "#5b4b8a", "#2f6b4f", "#a8485a"]
SHIRTS = ["#f4f1ea", "#e8eef4", "#f7efe2"]
SKIN = ["#f0c9a8", "#e3b08c", "#c98e68", "#f3d3b8", "#a9714f", "#dba57f"]
HAIR = ["#2b211c", "#4a3324", "#7a5a3a", "#9a9a9a", "#d8d3cb", "#8a4b2a", "#1c1c20", "#c9a56a"]
FLAGS = [
    ("#1f6f78", "#f3ede1", "#1f6f78"),
    ("#6b3f73", "#e0a93b", "#6b3f73"),
    ("#2f5d7c", "#c8643f", "#c8643f"),
    ("#33415c", "#8fb8c4", "#33415c"),
    ("#8f2f3f", "#8f2f3f", "#e8c48f"),
    ("#8fae7a", "#2d4a3e", "#8fae7a"),
]


def group_photo():
    """The picture as the bytes of a JPEG."""
    chance = random.Random(20211202)  # noqa: S311 - decides how the figures look, nothing secret
    picture = sky()
    for number, ridge in enumerate(RIDGES):
        draw_ridge(picture, chance, number, *ridge)
    draw = ImageDraw.Draw(picture)
    draw_wood(draw, chance)
    draw_terrace(picture)
    draw = ImageDraw.Draw(picture)
    draw_flags(draw, chance)
    draw_steps(draw)
    draw_figures(picture, chance)
    picture = warm_light(picture.reduce(2))
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=90, optimize=True)
    return output.getvalue()


# Colours and shapes -------------------------------------------------------------------------------------------------


def rgb(colour):
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def mix(one, other, share):
    """`share` of the other colour in the one."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))


def fine(points):
    return [(x * FINE, y * FINE) for x, y in points]


def box(*edges):
    return [edge * FINE for edge in edges]


def column(colour_at, height):
    """A gradient from top to bottom, one pixel wide."""
    strip = Image.new("RGB", (1, height))
    strip.putdata([colour_at(y / max(height - 1, 1)) for y in range(height)])
    return strip


def along(stops, place):
    for (start, one), (end, other) in pairwise(stops):
        if place <= end:
            return mix(one, other, (place - start) / (end - start))
    return rgb(stops[-1][1])


def ellipse(draw, x, y, half_width, half_height, colour):
    draw.ellipse(box(x - half_width, y - half_height, x + half_width, y + half_height), colour)


# The landscape ------------------------------------------------------------------------------------------------------


def sky():
    horizon = int(700 * FINE)
    picture = column(lambda place: along(SKY, place), 256).resize((CANVAS[0], horizon), Image.Resampling.BILINEAR)
    whole = Image.new("RGB", CANVAS, SKY[-1][1])
    whole.paste(picture)
    return whole


def ridge_line(chance, height, roughness, steps=8):
    """A crest by midpoint displacement: each half of a slope gets a smaller bend of its own."""
    line = [chance.uniform(-0.1, 0.5) for _point in range(6)]
    bend = 0.7
    for _step in range(steps - 2):
        halves = [(a + b) / 2 + chance.uniform(-bend, bend) for a, b in pairwise(line)]
        line = [point for pair in zip(line, halves, strict=False) for point in pair] + line[-1:]
        bend *= 0.52
    step = WIDTH / (len(line) - 1)
    return [(index * step, height - roughness * value) for index, value in enumerate(line)]


def draw_ridge(picture, chance, number, height, roughness, crest, foot, snow):
    line = ridge_line(chance, height, roughness)
    mask = Image.new("L", CANVAS)
    ImageDraw.Draw(mask).polygon(fine([(0, HEIGHT), *line, (WIDTH, HEIGHT)]), 255)
    top = min(y for _x, y in line)
    slope = column(lambda place: mix(crest, foot, place), 64).resize(
        (CANVAS[0], int((720 - top) * FINE)), Image.Resampling.BILINEAR
    )
    at = int(top * FINE)
    picture.paste(slope, (0, at), mask.crop((0, at, CANVAS[0], at + slope.height)))
    if snow:
        draw_snow(ImageDraw.Draw(picture), chance, line, height - roughness * 0.3)


def draw_snow(draw, chance, line, limit):
    """Snow lies above the limit, with a ragged lower edge; faces turned from the sun are blue."""
    for (x1, y1), (x2, y2) in pairwise(line):
        if max(y1, y2) >= limit:
            continue
        depth = (limit - (y1 + y2) / 2) * chance.uniform(0.35, 0.95)
        colour = mix("#eef0f4", "#f9dcc4", 0.45) if y2 < y1 else rgb("#c3cce0")
        draw.polygon(fine([(x1, y1), (x2, y2), (x2 + 5, y2 + depth), (x1 - 5, y1 + depth * 0.8)]), colour)


def draw_wood(draw, chance):
    for row, (foot, colour) in enumerate([(700, "#35595a"), (722, "#284a49"), (748, "#1e3b3a")]):
        x = -20
        while x < WIDTH + 20:
            tall, half = chance.uniform(45, 95) - row * 6, chance.uniform(13, 21)
            for tier in range(3):
                crown, base = foot - tall + tier * tall * 0.2, foot - tall * (0.52 - tier * 0.26)
                wide = half * (0.55 + tier * 0.24)
                draw.polygon(fine([(x - wide, base), (x, crown), (x + wide, base)]), colour)
            x += half * chance.uniform(0.9, 1.5)
        draw.rectangle(box(0, foot - 14, WIDTH, foot + 60), colour)


def draw_terrace(picture):
    lawn = column(lambda place: along([(0, "#4f7a4c"), (1, "#77a05c")], place), 64)
    picture.paste(lawn.resize((CANVAS[0], int(200 * FINE)), Image.Resampling.BILINEAR), (0, int(752 * FINE)))
    stone = column(lambda place: along([(0, "#d9cfc0"), (1, "#b3a491")], place), 64)
    picture.paste(stone.resize((CANVAS[0], int(430 * FINE)), Image.Resampling.BILINEAR), (0, int(930 * FINE)))
    draw = ImageDraw.Draw(picture)
    for x in range(-1200, WIDTH + 1201, 240):  # joints of the slabs run to a point behind the group
        draw.line(fine([(WIDTH / 2 + (x - WIDTH / 2) * 0.62, 930), (x, HEIGHT)]), "#a5967f", 3)
    for y in (962, 1012, 1090, 1205):
        draw.line(fine([(0, y), (WIDTH, y)]), "#a5967f", 3)


# Flags and steps ----------------------------------------------------------------------------------------------------


def draw_flags(draw, chance):
    count = 13
    for number in range(count):
        x = 195 + number * (WIDTH - 390) / (count - 1)
        draw.line(fine([(x, 372), (x, 940)]), "#e9e6df", 9)
        draw.line(fine([(x + 2, 372), (x + 2, 940)]), "#a9a59c", 3)
        ellipse(draw, x, 368, 7, 7, "#d9b45a")
        bands = FLAGS[(number * 5) % len(FLAGS)] if number != count // 2 else ("#2b4c9b",) * 3
        phase = chance.uniform(0, math.tau)
        draw_cloth(draw, x + 4, 384, bands, phase)
        if number == count // 2:
            for star in range(12):
                angle = star * math.tau / 12
                draw_star(draw, x + 66 + 27 * math.sin(angle), 438 - 27 * math.cos(angle) + 4, 5.5)


def draw_cloth(draw, left, top, bands, phase, wide=124, tall=102, strips=31):
    """A flag in a light wind: narrow strips that rise, sink and darken along a wave."""
    step = wide / strips
    for strip in range(strips):
        wave = math.sin(phase + strip / strips * 5.2)
        shift = wave * 7 * (0.25 + strip / strips)
        for band, colour in enumerate(bands):
            y = top + shift + band * tall / 3
            shade = mix(colour, "#ffffff" if wave > 0 else "#101830", 0.16 * abs(wave))
            x = left + strip * step
            draw.rectangle(box(x, y, x + step + 0.5, y + tall / 3 + 0.5), shade)


def draw_star(draw, x, y, size):
    points = []
    for corner in range(10):
        radius = size if corner % 2 == 0 else size * 0.42
        angle = corner * math.tau / 10
        points.append((x + radius * math.sin(angle), y - radius * math.cos(angle)))
    draw.polygon(fine(points), "#f2c94c")


def draw_steps(draw):
    for left, top, tread, face in [(320, 942, "#cfc4b3", "#a89a86"), (215, 1032, "#d8cebe", "#b0a28d")]:
        draw.rectangle(box(left, top, WIDTH - left, top + 18), tread)
        draw.rectangle(box(left, top + 18, WIDTH - left, top + 90), face)


# Figures ------------------------------------------------------------------------------------------------------------


def draw_figures(picture, chance):
    rows = [(9, 940, 0.98, 470), (10, 1030, 1.05, 375), (9, 1225, 1.18, 400)]
    looks = iter(shuffled_looks(chance, sum(count for count, *_rest in rows)))
    for count, foot, size, margin in rows:
        places = [margin + number * (WIDTH - 2 * margin) / (count - 1) for number in range(count)]
        draw_shadows(picture, places, foot, size)
        draw = ImageDraw.Draw(picture)
        for x in places:
            draw_figure(draw, x + chance.uniform(-9, 9), foot, size * chance.uniform(0.965, 1.035), next(looks))


def draw_shadows(picture, places, foot, size):
    shadows = Image.new("L", (WIDTH // 2, 50))
    for x in places:
        ImageDraw.Draw(shadows).ellipse([(x - 62 * size) / 2, 17, (x + 120 * size) / 2, 35], 120)
    shadows = shadows.filter(ImageFilter.GaussianBlur(6))
    shadows = shadows.resize((CANVAS[0], int(100 * FINE)), Image.Resampling.BILINEAR)
    picture.paste("#2a2f3a", (0, int((foot - 46) * FINE)), shadows)


def shuffled_looks(chance, count):
    """Clothes, skin and hair, mixed so that neighbours differ."""
    looks = []
    for number in range(count):
        skirt = number % 5 in (1, 3)
        looks.append(
            {
                "skirt": skirt,
                "cloth": BRIGHT[number % len(BRIGHT)] if skirt else SUITS[(number * 3) % len(SUITS)],
                "shirt": SHIRTS[number % len(SHIRTS)],
                "tie": BRIGHT[(number * 2 + 1) % len(BRIGHT)],
                "skin": SKIN[(number * 7 + number // 6) % len(SKIN)],
                "hair": HAIR[(number * 5 + 2) % len(HAIR)],
                "long_hair": skirt and number % 2 == 1,
                "bald": not skirt and number % 7 == 4,
            }
        )
    chance.shuffle(looks)
    return looks


def draw_figure(draw, x, foot, size, look):
    def shape(points, colour):
        draw.polygon(fine([(x + dx * size, foot - dy * size) for dx, dy in points]), colour)

    def oval(dx, dy, half_width, half_height, colour):
        ellipse(draw, x + dx * size, foot - dy * size, half_width * size, half_height * size, colour)

    cloth, light, dark = rgb(look["cloth"]), mix(look["cloth"], "#ffe2bd", 0.16), mix(look["cloth"], "#0b1020", 0.32)
    skin, shade = rgb(look["skin"]), mix(look["skin"], "#5a2f20", 0.22)
    if look["skirt"]:
        for side in (-1, 1):
            shape([(side * 6, 96), (side * 27, 96), (side * 23, 8), (side * 9, 8)], shade)
        shape([(-45, 205), (45, 205), (50, 78), (-50, 78)], dark)
    else:
        shape([(-42, 205), (42, 205), (38, 6), (7, 6), (1, 150), (-1, 150), (-7, 6), (-38, 6)], dark)
    for side in (-1, 1):
        oval(side * 23, 5, 20, 8, "#15171d")
    # Hair that falls on the shoulders lies behind them.
    if look["long_hair"]:
        oval(0, 358, 44, 56, look["hair"])
    # Arms, then the jacket over them, its left side in the light.
    for side, colour in ((-1, light), (1, dark)):
        shape([(side * 46, 318), (side * 68, 300), (side * 73, 190), (side * 55, 186), (side * 45, 280)], colour)
        oval(side * 64, 180, 12, 16, skin)
    shape(
        [
            (-22, 338),
            (22, 338),
            (52, 327),
            (66, 306),
            (58, 240),
            (53, 168),
            (-53, 168),
            (-58, 240),
            (-66, 306),
            (-52, 327),
        ],
        cloth,
    )
    shape([(-22, 338), (-52, 327), (-66, 306), (-58, 240), (-53, 168), (-38, 168), (-42, 250)], light)
    shape([(-20, 338), (20, 338), (0, 250)], look["shirt"])
    shape([(-20, 340), (-34, 318), (-24, 292), (0, 246), (-6, 262)], dark)
    shape([(20, 340), (34, 318), (24, 292), (0, 246), (6, 262)], dark)
    if not look["skirt"]:
        shape([(-6, 330), (6, 330), (9, 272), (0, 254), (-9, 272)], look["tie"])
    shape([(0, 250), (1.5, 250), (1.5, 168), (0, 168)], dark)
    # Neck and head; no face.
    shape([(-15, 372), (15, 372), (17, 338), (0, 326), (-17, 338)], shade)
    oval(0, 392, 31, 39, skin)
    if look["bald"]:
        for side in (-1, 1):
            oval(side * 29, 388, 6, 15, look["hair"])
    else:
        draw_hair(draw, x, foot, size, look)


def draw_hair(draw, x, foot, size, look):
    """The upper part of an ellipse a little larger than the head, with a parting to one side."""
    draw.chord(box(x - 34 * size, foot - 436 * size, x + 34 * size, foot - 356 * size), 186, 350, look["hair"])
    fringe = [(-33, 402), (-30, 420), (6, 428), (32, 414), (33, 396), (24, 410), (4, 412), (-18, 408), (-27, 392)]
    draw.polygon(fine([(x + dx * size, foot - dy * size) for dx, dy in fringe]), look["hair"])
    if look["long_hair"]:
        for side in (-1, 1):
            strand = [(26, 410), (38, 398), (42, 350), (36, 330), (28, 346), (29, 384)]
            draw.polygon(fine([(x + side * dx * size, foot - dy * size) for dx, dy in strand]), look["hair"])


def warm_light(picture):
    """Evening sun from the left, and corners a little darker."""
    small = (150, 84)
    sun = Image.new("L", small)
    ImageDraw.Draw(sun).ellipse([-30, 18, 46, 58], 82)
    sun = sun.filter(ImageFilter.GaussianBlur(15)).resize(picture.size, Image.Resampling.BILINEAR)
    picture = ImageChops.screen(
        picture, Image.merge("RGB", [sun, sun.point(lambda v: v * 0.7), sun.point(lambda v: v * 0.35)])
    )
    edge = Image.new("L", small, 190)
    ImageDraw.Draw(edge).ellipse([-14, -14, small[0] + 14, small[1] + 14], 255)
    edge = edge.filter(ImageFilter.GaussianBlur(16)).resize(picture.size, Image.Resampling.BILINEAR)
    return ImageChops.multiply(picture, Image.merge("RGB", [edge] * 3))
