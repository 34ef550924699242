package io.laio.comparison.figures;

import io.laio.analysis.figures.Figure;

/** A figure of a comparison: a pure function of its results. */
public sealed interface ComparisonFigure extends Figure permits CurveFigure, LoopTimeFigure, DotFigure, HeatFigure {}
