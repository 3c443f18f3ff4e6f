package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.table.RowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A growth claim as a row of a file has it, whole or not.
 *
 * @param id the id
 * @param base the size at the start
 * @param end the size at the end
 * @param rate the rate; in a unit of its own if it is a multiple or in points
 * @param firstYear the year of the start; 0 if it is not given
 * @param lastYear the year of the end; 0 if it is not given
 * @param ratePeriod the years that the source named for the rate
 * @param startGrowth the growth into the year of the start, or in the year after it, if the source printed that too
 * @param apart why the two times have no whole number of years between them, if they have none
 * @param notes what is to be said of the row, such as a word that was not understood and passed over
 * @since 0.1
 */
public record ClaimRow(
        String id,
        Optional<ReadNumber> base,
        Optional<ReadNumber> end,
        Optional<ReadNumber> rate,
        int firstYear,
        int lastYear,
        Optional<ReferencePeriod> ratePeriod,
        Optional<GrowthClaim.StartGrowth> startGrowth,
        Optional<Label> apart,
        List<Label> notes) {

    /**
     * Creates one.
     *
     * @param id the id
     * @param base the size at the start
     * @param end the size at the end
     * @param rate the rate
     * @param firstYear the year of the start
     * @param lastYear the year of the end
     * @param ratePeriod the years of the rate
     * @param startGrowth the growth at the start
     * @param apart why the times have no whole number of years between them
     * @param notes what is to be said of the row
     */
    public ClaimRow {
        notes = notes.isEmpty() ? List.of() : List.copyOf(notes);
    }

    /** {@return the columns that a claim needs and this one has nothing in} */
    public List<String> missing() {
        List<String> missing = new ArrayList<>(0);
        require(base.isPresent(), "start_value", missing);
        require(firstYear != 0, "start_year", missing);
        require(end.isPresent(), "end_value", missing);
        require(lastYear != 0, "end_year", missing);
        require(rate.isPresent(), "rate", missing);
        return missing;
    }

    private static void require(boolean present, String column, List<String> missing) {
        if (!present) {
            missing.add(column);
        }
    }

    /** {@return whether the rate is a multiple of the base, such as 3倍} */
    public boolean isMultiple() {
        return rate.isPresent() && rate.get().unit().equals(Unit.MULTIPLE);
    }

    /**
     * Returns the claim.
     *
     * @return the claim; absent if something is missing, the years are not in order, or the times have no whole number of years
     *     between them
     * @throws RowException if the years are too far apart
     */
    public Optional<GrowthClaim> claim() {
        if (base.isEmpty()
                || end.isEmpty()
                || rate.isEmpty()
                || apart.isPresent()
                || firstYear == 0
                || lastYear <= firstYear) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new GrowthClaim(base.get(), end.get(), rate.get(), firstYear, lastYear, ratePeriod, startGrowth));
        } catch (IllegalArgumentException e) {
            throw new RowException("end_year", e);
        }
    }
}
