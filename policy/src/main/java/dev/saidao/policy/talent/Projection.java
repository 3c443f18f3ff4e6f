package dev.saidao.policy.talent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One projection of a plan under way. */
final class Projection {

    private final TalentPlan plan;
    private final boolean isWhole;
    private final Map<String, Cohorts> stock = new LinkedHashMap<>();
    /** What is left over of whole people, by tier and way of leaving. */
    private final Map<String, BigDecimal> carry = new HashMap<>();

    private final List<StockFlow.Row> rows = new ArrayList<>();
    private final boolean keepsRows;
    private final Map<String, Ways> usual = new HashMap<>();
    private int nextYear;

    /** The ways out of a tier in a year, with their expected rates. */
    private record Ways(List<Way> losses, List<Way> moves) {

        static Ways of(TierPlan tier, int year) {
            return new Ways(
                    tier.losses(year).stream()
                            .map(loss -> new Way(
                                    loss.reason(),
                                    tier.id() + " loss " + loss.reason(),
                                    loss.rate().expected()))
                            .toList(),
                    tier.moves(year).stream()
                            .map(move -> new Way(
                                    move.to(),
                                    tier.id() + " to " + move.to(),
                                    move.rate().expected()))
                            .toList());
        }
    }

    /** A reason or another tier, how it is named among all ways, and its expected rate. */
    private record Way(String to, String name, BigDecimal rate) {}

    Projection(TalentPlan plan) {
        this(plan, true);
    }

    /** One of which only the stocks are asked. */
    static Projection withoutRows(TalentPlan plan) {
        return new Projection(plan, false);
    }

    private Projection(TalentPlan plan, boolean keepsRows) {
        this.plan = plan;
        this.keepsRows = keepsRows;
        this.isWhole = plan.counting() == Counting.WHOLE_PERSONS;
        this.nextYear = plan.firstYear();
        for (TierPlan tier : plan.tiers()) {
            Cohorts opening = new Cohorts();
            opening(tier, plan.firstYear()).forEach(opening::add);
            stock.put(tier.id(), opening);
        }
    }

    /** The opening stock of a tier by year of birth. */
    static Map<Integer, BigDecimal> opening(TierPlan tier, int firstYear) {
        if (tier.ages().isEmpty()) {
            return Map.of(Cohorts.UNKNOWN, tier.openingStock());
        }
        Map<Integer, BigDecimal> byBirth = new TreeMap<>();
        tier.ages().get().stock().forEach((age, people) -> byBirth.put(firstYear - 1 - age, people));
        return byBirth;
    }

    /** The year in which those were born who come from outside in a year. */
    static int bornWhoCome(TierPlan tier, int year) {
        return tier.ages().map(ages -> year - ages.intakeAge()).orElse(Cohorts.UNKNOWN);
    }

    /** Whether somebody of a tier retires in a year. */
    static boolean retires(TierPlan tier, int year, int born) {
        return born != Cohorts.UNKNOWN
                && tier.ages()
                        .filter(ages -> year - born >= ages.retirementAge())
                        .isPresent();
    }

    StockFlow run() {
        while (nextYear <= plan.lastYear()) {
            step();
        }
        return StockFlow.of(plan.counting(), rows);
    }

    /** The closing stocks of the next year. */
    Map<String, BigDecimal> step() {
        Year flows = new Year(nextYear);
        if (plan.order() == EventOrder.INTAKE_FIRST) {
            flows.come();
            flows.leave();
        } else {
            flows.leave();
            flows.come();
        }
        nextYear++;
        return flows.close();
    }

    /** All that the years to come depend on; people by age, so that years are alike. */
    Map<String, BigDecimal> state() {
        // codes have no blanks
        Map<String, BigDecimal> state = new HashMap<>();
        stock.forEach((tier, cohorts) -> cohorts.byBirth()
                .forEach((born, people) ->
                        state.put(born == Cohorts.UNKNOWN ? tier : tier + " " + (nextYear - born), plain(people))));
        carry.forEach((way, left) -> state.put(way, plain(left)));
        return state;
    }

    private static BigDecimal plain(BigDecimal value) {
        return IntakeCalculator.plain(value);
    }

    private Ways ways(TierPlan tier, int year) {
        return tier.isUsual(year) ? usual.computeIfAbsent(tier.id(), id -> Ways.of(tier, year)) : Ways.of(tier, year);
    }

    /** The flows of a year. */
    private final class Year {

        private final int year;
        /** Who is there and came to the tier before, or came early enough to leave it this year. */
        private final Map<String, Cohorts> present = new HashMap<>();
        /** Who came to the tier and cannot leave it this year. */
        private final Map<String, Cohorts> arrived = new HashMap<>();

        private final Map<String, BigDecimal> opening = new HashMap<>();
        private final Map<String, BigDecimal> recruited = new HashMap<>();
        private final Map<String, BigDecimal> promotedIn = new HashMap<>();
        private final Map<String, BigDecimal> lost = new HashMap<>();
        private final Map<String, Map<String, BigDecimal>> lostBy = new HashMap<>();
        private final Map<String, BigDecimal> promotedOut = new HashMap<>();
        private final Map<String, BigDecimal> shortfall = new HashMap<>();

        Year(int year) {
            this.year = year;
            stock.forEach((tier, cohorts) -> {
                opening.put(tier, cohorts.all());
                present.put(tier, cohorts);
                arrived.put(tier, new Cohorts());
            });
        }

        private static void add(Map<String, BigDecimal> flow, String tier, BigDecimal number) {
            flow.merge(tier, number, BigDecimal::add);
        }

        private static BigDecimal of(Map<String, BigDecimal> flow, String tier) {
            return flow.getOrDefault(tier, BigDecimal.ZERO);
        }

        private static Cohorts in(Map<String, Cohorts> tiers, String tier) {
            return Objects.requireNonNull(tiers.get(tier));
        }

        void leave() {
            plan.tiers().forEach(this::lose);
            plan.tiers().forEach(this::move);
        }

        private void lose(TierPlan tier) {
            Cohorts there = in(present, tier.id());
            tier.ages().ifPresent(ages -> {
                Cohorts retired = there.take(there.bornUntil(year - ages.retirementAge()));
                lost(tier, TierPlan.RETIREMENT, retired.all());
            });
            Cohorts all = there.copy();
            for (Way loss : ways(tier, year).losses()) {
                Cohorts part = part(there, all, loss);
                lost(tier, loss.to(), part.all());
            }
        }

        private void lost(TierPlan tier, String reason, BigDecimal number) {
            add(lost, tier.id(), number);
            if (tier.hasReasons()) {
                lostBy.computeIfAbsent(tier.id(), id -> new TreeMap<>()).merge(reason, number, BigDecimal::add);
            }
        }

        private void move(TierPlan tier) {
            Cohorts there = in(present, tier.id());
            Cohorts all = there.copy();
            for (Way move : ways(tier, year).moves()) {
                Cohorts part = part(there, all, move);
                add(promotedOut, tier.id(), part.all());
                add(promotedIn, move.to(), part.all());
                in(arrived, move.to()).add(part);
            }
        }

        /** Takes out a share of all, of those who are still there; in whole people what is left over is carried on. */
        private Cohorts part(Cohorts there, Cohorts all, Way way) {
            if (!isWhole) {
                return there.take(there.share(all, way.rate()));
            }
            BigDecimal due = all.all().multiply(way.rate()).add(of(carry, way.name()));
            BigDecimal go = due.setScale(0, RoundingMode.FLOOR).min(there.all());
            carry.put(way.name(), due.subtract(go));
            return there.take(there.spreadWhole(go));
        }

        void come() {
            for (TierPlan tier : plan.tiers()) {
                BigDecimal comes = tier.intake(year);
                add(recruited, tier.id(), comes);
                in(present, tier.id()).add(bornWhoCome(tier, year), comes);
            }
            for (TierPlan tier : plan.tiers()) {
                tier.cadence().filter(cadence -> cadence.isRound(year)).ifPresent(cadence -> select(tier, cadence));
            }
        }

        private void select(TierPlan tier, SelectionCadence cadence) {
            Optional<String> from = cadence.fedFrom();
            BigDecimal size = cadence.size(year);
            Cohorts selected = new Cohorts();
            if (from.isPresent()) {
                Cohorts there = in(present, from.get());
                BigDecimal number = size.min(there.all());
                selected.add(isWhole ? there.spreadWhole(number) : there.spread(number));
                there.take(selected);
                add(shortfall, tier.id(), size.subtract(number));
                add(promotedOut, from.get(), number);
                add(promotedIn, tier.id(), number);
            } else {
                selected.add(bornWhoCome(tier, year), size);
                add(recruited, tier.id(), size);
            }
            in(plan.order() == EventOrder.INTAKE_FIRST ? present : arrived, tier.id())
                    .add(selected);
        }

        Map<String, BigDecimal> close() {
            Map<String, BigDecimal> closings = new HashMap<>();
            for (TierPlan tier : plan.tiers()) {
                String id = tier.id();
                Cohorts closing = in(present, id);
                closing.add(in(arrived, id));
                stock.put(id, closing);
                closings.put(id, plain(closing.all()));
                if (!keepsRows) {
                    continue;
                }
                Map<String, BigDecimal> reasons = new LinkedHashMap<>();
                lostBy.getOrDefault(id, Map.of()).forEach((reason, number) -> reasons.put(reason, plain(number)));
                rows.add(new StockFlow.Row(
                        year,
                        id,
                        plain(of(opening, id)),
                        plain(of(recruited, id)),
                        plain(of(promotedIn, id)),
                        plain(of(lost, id)),
                        plain(of(promotedOut, id)),
                        plain(closing.all()),
                        plain(of(shortfall, id)),
                        reasons));
            }
            return closings;
        }
    }
}
