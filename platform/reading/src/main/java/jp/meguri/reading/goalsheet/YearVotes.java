package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal.Evidence;
import jp.meguri.reading.draft.YearProposal.Role;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.remarks.Remarks;
import jp.meguri.reading.wareki.YearMention;

/**
 * Weighs the years a sheet mentions: its own year is where roadmaps start, what actions
 * and results name, and the year before the one its directions name. What is printed
 * above the sheet outweighs everything else.
 */
final class YearVotes {

	private static final Map<Role, Integer> WEIGHTS = Map.of(Role.CAPTION, 20, Role.ROADMAP_START, 2, Role.ACTION, 1,
			Role.RESULT, 1, Role.DIRECTION, 1);

	private final String source;

	private final Remarks remarks;

	private final List<Vote> votes = new ArrayList<>();

	YearVotes(String source, Remarks remarks) {
		this.source = source;
		this.remarks = remarks;
	}

	void captions(List<Span> captions) {
		captions.stream()
			.flatMap((span) -> YearMention.in(this.source, span).stream())
			.forEach((mention) -> vote(mention, mention.fiscalYear(), Role.CAPTION));
	}

	void results(List<Entry> entries) {
		mentions(entries).forEach((mention) -> vote(mention, mention.fiscalYear(), Role.RESULT));
	}

	void goal(GoalDraft goal) {
		first(goal.roadmap(), Role.ROADMAP_START, 0);
		if (goal.horizon() == GoalDraft.Horizon.ANNUAL) {
			first(goal.body(), Role.ACTION, 0);
		}
		results(goal.achievements());
		first(goal.directions(), Role.DIRECTION, -1);
	}

	private void first(List<Entry> entries, Role role, int shift) {
		mentions(entries).min(Comparator.comparingInt(YearMention::fiscalYear))
			.ifPresent((mention) -> vote(mention, mention.fiscalYear() + shift, role));
	}

	private Stream<YearMention> mentions(List<Entry> entries) {
		return entries.stream()
			.map(Entry::text)
			.map(Passage::spans)
			.flatMap(List::stream)
			.flatMap((span) -> YearMention.in(this.source, span).stream())
			.peek(this::remarkMismatch);
	}

	private void remarkMismatch(YearMention mention) {
		if (!mention.agrees()) {
			this.remarks.add(Question.ERA_MISMATCH, mention.span(), mention.phrase());
		}
	}

	private void vote(YearMention mention, int proposed, Role role) {
		this.votes.add(new Vote(proposed, new Evidence(mention.span(), mention.phrase(), mention.fiscalYear(), role)));
	}

	YearProposal proposal() {
		TreeMap<Integer, Integer> sums = new TreeMap<>();
		this.votes
			.forEach((vote) -> sums.merge(vote.proposed, WEIGHTS.getOrDefault(vote.evidence.role(), 0), Integer::sum));
		int most = sums.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		List<Integer> winners = sums.keySet().stream().filter((year) -> sums.get(year) == most).toList();
		if (winners.size() != 1) {
			this.remarks.add(Question.YEAR_UNKNOWN, new Span(0, 0));
			return new YearProposal(null, this.votes.stream().map(Vote::evidence).sorted(BY_PLACE).toList());
		}
		int year = winners.get(0);
		List<Evidence> evidence = this.votes.stream()
			.filter((vote) -> vote.proposed == year)
			.map(Vote::evidence)
			.sorted(BY_PLACE)
			.toList();
		boolean printed = evidence.stream().anyMatch((e) -> e.role() == Role.CAPTION);
		this.remarks.add(printed ? Question.YEAR_PRINTED : Question.YEAR_PROPOSED, evidence.get(0).span(),
				String.valueOf(year));
		return new YearProposal(year, evidence);
	}

	private static final Comparator<Evidence> BY_PLACE = Comparator.comparing(Evidence::span);

	private record Vote(int proposed, Evidence evidence) {
	}

}
