package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.CastingVote;
import org.contractethics.review.internal.CastingVote.Ballot;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.Vote;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.OpenConcerns.OpenConcern;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** S8, the vote. */
@Component
class VoteForms implements StageForms {

    private final CastingVote casting;
    private final VoteRounds rounds;
    private final RightOptions rights;
    private final PanelSeats seats;
    private final ResidualWords residual;
    private final OpenConcerns concerns;

    VoteForms(
            CastingVote casting,
            VoteRounds rounds,
            RightOptions rights,
            PanelSeats seats,
            ResidualWords residual,
            OpenConcerns concerns) {
        this.residual = residual;
        this.casting = casting;
        this.rounds = rounds;
        this.rights = rights;
        this.seats = seats;
        this.concerns = concerns;
    }

    @Override
    public Stage stage() {
        return Stage.VOTE;
    }

    @Override
    public String act() {
        return "Cast the vote";
    }

    @Override
    public FormValues initial(Open open) {
        Map<String, String> roles = roles(open, round(open));
        return roles.size() == 1
                ? FormValues.none().with("role", roles.keySet().iterator().next())
                : FormValues.none();
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        VoteRound round = round(open);
        List<Field> vote = new ArrayList<>();
        vote.add(Field.radios("choice", "Outcome", choices(round), null, true));
        vote.add(Field.radios("role", "You vote as", roles(open, round), null, true));
        vote.addAll(rights.fields(open.review(), "Rights your vote rests on"));
        vote.add(Field.select("severity", "How severe you think it is", severities(), "After mitigation.", true));
        vote.add(Field.area(
                "reasons",
                "Reasons",
                "Sealed with your vote and opened together with all others. A vote that does not carry stays as a dissent with these words.",
                true,
                6));
        if (round.space().allowed().contains(Outcome.CONDITIONAL)) {
            vote.add(Field.area(
                    "conditions",
                    "Conditions your vote depends on",
                    "With an approval with conditions only, each on a line of its own. The decision takes each up word for word, or says why not.",
                    false,
                    3));
        }
        vote.add(Field.area("evidence", "Evidence", "Clauses, sources, results you rely on.", false, 3));
        return List.of(
                Section.of("Your vote", "Nobody sees it before all votes are opened. It cannot be changed.", vote));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return casting.problems(open.review(), round(open), ballot(values), open.actor());
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        VoteRound round = round(open);
        List<Statement> statements = new ArrayList<>();
        statements.add(
                ReviewWords.vote(round.space(), VotingRules.of(open.review().confirmedTier(), round)));
        statements.addAll(residual.beside(open.review(), round));
        statements.add(waiting(open));
        return statements;
    }

    /** Nothing where no concern waits that the voter may know of. */
    private Statement waiting(Open open) {
        List<OpenConcern> asked = concerns.openConcerns(open.contract().id(), open.actor());
        return Statement.titled("Concerns that wait for an answer")
                .lines("About", asked.stream().map(OpenConcern::topic).toList())
                .line(
                        "Answered",
                        asked.isEmpty() ? null : "By the decision, with reasons",
                        "/contracts/" + open.contract().id() + "#concerns")
                .build();
    }

    @Override
    public String send(Open open, FormValues values) {
        casting.cast(open.review().id(), ballot(values), open.actor());
        return "Your vote is cast and sealed.";
    }

    private VoteRound round(Open open) {
        return rounds.open(open.review().id())
                .orElseThrow(() -> Refused.conflict("The vote is closed, or it has not been opened yet."));
    }

    private static Ballot ballot(FormValues values) {
        return new Ballot(
                values.constant("role", Role.class),
                values.constant("choice", Vote.Choice.class),
                RightOptions.chosen(values),
                values.constant("severity", Severity.class),
                values.text("evidence"),
                values.text("reasons"),
                values.text("conditions")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                false);
    }

    private static Map<String, String> choices(VoteRound round) {
        Map<String, String> choices = Field.choices();
        round.space().allowed().stream().sorted().forEach(outcome -> choices.put(outcome.name(), outcome.label()));
        choices.put(Vote.Choice.ABSTAIN.name(), Vote.Choice.ABSTAIN.label());
        return choices;
    }

    private Map<String, String> roles(Open open, VoteRound round) {
        Map<String, String> roles = Field.choices();
        Optional<Role> drawn = seats.seatOf(
                        round.review(), round.pass(), open.actor().username())
                .map(PanelSeats.Sitting::role);
        VotingRules.of(open.review().confirmedTier(), round).roles().stream()
                .filter(open.actor()::has)
                .filter(role -> !round.panel() || drawn.filter(role::equals).isPresent())
                .sorted()
                .forEach(role -> roles.put(role.name(), role.label()));
        return roles;
    }

    static Map<String, String> severities() {
        return Field.choices(
                "LOW", "Low", "MODERATE", "Moderate", "SERIOUS", "Serious", "SEVERE", "Severe", "CRITICAL", "Critical");
    }
}
