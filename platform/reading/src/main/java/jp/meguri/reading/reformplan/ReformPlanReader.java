package jp.meguri.reading.reformplan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.draft.YearProposal.Evidence;
import jp.meguri.reading.draft.YearProposal.Role;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Remarks;
import jp.meguri.reading.wareki.YearMention;

/**
 * Reads a reform plan (改革プラン): areas, items (事項) with 趣旨・目的, 主な取組 and 目標, and the terms
 * its footnotes define.
 */
public final class ReformPlanReader {

	private final Layout layout;

	private final Coverage coverage;

	private final Outline outline;

	private final Remarks remarks = new Remarks();

	private ReformPlanReader(Layout layout) {
		this.layout = layout;
		this.coverage = layout.coverage();
		this.outline = Outline.of(layout);
	}

	/** How much of the form was found, 0 to 1. */
	public static double share(Layout layout) {
		return Outline.of(layout).share();
	}

	public static Reading read(Layout layout) {
		return new ReformPlanReader(layout).read();
	}

	private Reading read() {
		this.outline.label(this.coverage);
		List<CommitmentDraft> items = new ArrayList<>();
		Set<String> numbers = new HashSet<>();
		for (OpenItem item : this.outline.items()) {
			CommitmentDraft draft = item.toDraft(this.coverage, this.remarks);
			remark(draft, numbers);
			items.add(draft);
		}
		PlanDraft plan = new PlanDraft(this.outline.nodes(), items, List.of(), this.outline.terms());
		SheetHeader header = new SheetHeader(Passage.NONE, Passage.NONE, Passage.NONE, this.outline.captions());
		YearProposal year = year(header, items);
		header.captions().forEach(this.coverage::use);
		this.coverage.use(plan);
		List<Leftover> leftovers = this.coverage.leftovers();
		this.remarks.unread(Finding.UNREAD, this.layout.source(), leftovers);
		return new Reading(Reading.Family.REFORM_PLAN, header, year, List.of(), List.of(), List.of(), List.of(), plan,
				this.remarks.inDocumentOrder(), leftovers);
	}

	private void remark(CommitmentDraft item, Set<String> numbers) {
		Span number = item.number().span();
		if (!numbers.add(Width.key(item.number().text()))) {
			this.remarks.add(Finding.NUMBER_REPEATED, number, item.number().text());
		}
		if (item.node() == null && !this.outline.nodes().isEmpty()) {
			this.remarks.add(Finding.ITEM_OUTSIDE_TREE, number);
		}
	}

	/** What is printed above the plan, else the year in which most phases begin. */
	private YearProposal year(SheetHeader header, List<CommitmentDraft> items) {
		Map<Integer, List<Evidence>> votes = new TreeMap<>();
		header.captions().forEach((caption) -> vote(caption, Role.CAPTION, votes));
		if (votes.isEmpty()) {
			items.forEach((item) -> item.phases().forEach((phase) -> vote(phase.period(), Role.ROADMAP_START, votes)));
		}
		int most = votes.values().stream().mapToInt(List::size).max().orElse(0);
		List<Integer> winners = votes.keySet().stream().filter((year) -> votes.get(year).size() == most).toList();
		if (winners.size() != 1) {
			this.remarks.add(Finding.YEAR_UNKNOWN, new Span(0, 0));
			return new YearProposal(null, votes.values().stream().flatMap(List::stream).toList());
		}
		List<Evidence> evidence = votes.getOrDefault(winners.get(0), List.of());
		boolean printed = evidence.get(0).role() == Role.CAPTION;
		this.remarks.add(printed ? Finding.YEAR_PRINTED : Finding.YEAR_PROPOSED, evidence.get(0).span(),
				String.valueOf(winners.get(0)));
		return new YearProposal(winners.get(0), evidence);
	}

	private void vote(Passage passage, Role role, Map<Integer, List<Evidence>> votes) {
		passage.spans()
			.stream()
			.flatMap((span) -> YearMention.in(this.layout.source(), span).stream())
			.findFirst()
			.ifPresent((mention) -> votes.computeIfAbsent(mention.fiscalYear(), (year) -> new ArrayList<>())
				.add(new Evidence(mention.span(), mention.phrase(), mention.fiscalYear(), role)));
	}

}
