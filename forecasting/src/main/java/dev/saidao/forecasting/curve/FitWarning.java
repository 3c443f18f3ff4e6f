package dev.saidao.forecasting.curve;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * What a reader of a fitted curve must know.
 *
 * @since 0.1
 */
public enum FitWarning {
    /** There are no more values than parameters: the curve goes through all of them, and no error is known. */
    NO_ERROR_KNOWN(Label.of("as many parameters as values: no error is known", "参数与数值一样多:无法估计误差")),
    /** Some parameters can be changed together without changing the fit. */
    UNIDENTIFIED(Label.of("the values do not determine the parameters", "这些数值不足以确定参数")),
    /** Two parameters have a correlation beyond ±0.999: changes of one are made up for by the other. */
    RIDGE(Label.of("parameters make up for each other (a ridge)", "参数之间相互抵消(脊状)")),
    /** The saturation is more than twice the largest value, or less than two standard errors away from 0. */
    SATURATION_BEYOND_THE_DATA(Label.of("the saturation lies far beyond the values", "饱和值远在数值范围之外")),
    /** A curve without any end fits as well, or the saturation has gone beyond a thousand times the largest value. */
    SATURATION_UNBOUNDED(Label.of("the values show no saturation", "数值未显示饱和")),
    /** The saturation is at one of its bounds. */
    SATURATION_AT_BOUND(Label.of("the saturation is at its bound", "饱和值处于所设边界")),
    /** A saturation that was given, or the bound that it is at, lies below values, or below their sum where it is one. */
    VALUES_BEYOND_THE_SATURATION(Label.of("values lie above the saturation", "有数值超过饱和值")),
    /** The shape of a Richards curve has come to nothing: a Gompertz curve fits as well. */
    SHAPE_OF_GOMPERTZ(Label.of("a Gompertz curve fits as well, with one parameter less", "少一个参数的龚珀兹曲线拟合同样好")),
    /** Some times have several values, of which no more than one can be that of a series. */
    REPEATED_TIMES(Label.of("some times have several values", "部分时间有多个数值"));

    private final Label text;

    FitWarning(Label text) {
        this.text = text;
    }

    /** {@return what it says} */
    public Label text() {
        return text;
    }

    /** {@return the code in files: the name in lower case with hyphens} */
    public String code() {
        return Codes.ofName(name());
    }
}
