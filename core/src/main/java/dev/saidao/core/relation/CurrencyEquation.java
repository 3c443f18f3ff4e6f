package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.util.Optional;

/** One amount in two currencies (币种换算): {@code equivalent = amount × rate}; the equivalent is judged. */
final class CurrencyEquation extends ProductEquation {

    static final String AMOUNT = "amount";
    static final String EQUIVALENT = "equivalent";
    static final String RATE = "rate";

    static final CurrencyEquation INSTANCE = new CurrencyEquation();

    private CurrencyEquation() {
        super(
                "currency",
                Label.of("currency equivalence", "币种换算"),
                "equivalent = amount × rate",
                EQUIVALENT,
                AMOUNT,
                EQUIVALENT,
                RATE,
                0);
    }

    @Override
    public Units units(Units known) {
        known.require(AMOUNT, Unit.Kind.MONEY).require(EQUIVALENT, Unit.Kind.MONEY);
        Optional<Unit> amount = known.of(AMOUNT);
        if (amount.isPresent() && amount.equals(known.of(EQUIVALENT))) {
            throw new UnitMisfitException(Label.of(
                    "Equivalent must be in another currency than the amount: " + amount.get(),
                    "折算金额须为另一币种:" + amount.get()));
        }
        return known.orElse(RATE, Unit.MULTIPLE);
    }
}
