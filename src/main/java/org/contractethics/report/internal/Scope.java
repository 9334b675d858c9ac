package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is about.
 *
 * @param tier T1 to T4; null for all
 * @param agency name of the awarding agency; null for all
 * @param now the moment of asking; a period that has not ended yet is told as of now
 * @param redacted whether whoever asks takes no part in the reviews, so that what is redacted or under secrecy terms is withheld (H15, H18)
 */
public record Scope(Period period, @Nullable String tier, @Nullable String agency, Instant now, boolean redacted) {

    public Scope(Period period, @Nullable String tier, @Nullable String agency, Instant now) {
        this(period, tier, agency, now, false);
    }

    /** The moment at which states are told: the end of the period, or now where it has not ended. */
    Instant asOf() {
        return period.end().isBefore(now) ? period.end() : now;
    }

    /** The same question about the period before. */
    public Scope before() {
        return new Scope(period.before(), tier, agency, now, redacted);
    }

    /** The period that a figure tells when it is asked this question. */
    public Period told(Figure figure) {
        return switch (figure.moment()) {
            case QUARTER -> Period.quarterOf(period.to());
            case LAST_QUARTER -> ConcernQuarter.of(this);
            default -> period;
        };
    }

    boolean takes(@Nullable String tierOfCase, ContractCase contract) {
        return (tier == null || tier.equals(tierOfCase)) && (agency == null || agency.equals(agencyOf(contract)));
    }

    /** The same question by somebody from whom what is redacted or under secrecy terms is withheld. */
    Scope forStaff() {
        return new Scope(period, tier, agency, now, true);
    }

    /** The agency as far as it may be told to whoever asks. */
    @Nullable
    String agencyOf(ContractCase contract) {
        return redacted && contract.withheld().has("AGENCY", today()) ? null : contract.agency();
    }

    /** What was committed under a contract as far as it may be told to whoever asks. */
    @Nullable
    Amount amountOf(ContractCase contract, Instant moment) {
        return redacted && contract.withheld().has("VALUE", today()) ? Amount.WITHHELD : contract.amountAt(moment);
    }

    /** How the things that are counted are named for whoever asks. */
    UnaryOperator<Item> naming(Casebook book) {
        if (!redacted) {
            return UnaryOperator.identity();
        }
        return item -> named(
                item,
                item.contract() == null ? null : book.contract(item.contract()).orElse(null));
    }

    /** A thing counted, named as far as it may be told to whoever asks. */
    Item named(Item item, @Nullable ContractCase contract) {
        return redacted && contract != null && contract.withheld().has("TITLE", today())
                ? new Item(item.entry(), item.at(), item.dayOnly(), item.contract(), contract.reference(), item.what())
                : item;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** The day on which states are told; at midnight that which just ended. */
    LocalDate dayOfStates() {
        return LocalDate.ofInstant(asOf().minusMillis(1), ZoneOffset.UTC);
    }
}
