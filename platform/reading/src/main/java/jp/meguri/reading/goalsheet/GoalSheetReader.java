package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Remarks;

/**
 * Reads a department goal sheet (目標シート).
 */
public final class GoalSheetReader {

	private final Layout layout;

	private final Coverage coverage;

	private final Outline outline;

	private final Remarks remarks = new Remarks();

	private GoalSheetReader(Layout layout) {
		this.layout = layout;
		this.coverage = layout.coverage();
		this.outline = Outline.of(layout);
	}

	/**
	 * How much of the form was found, 0 to 1: its four sections and the head.
	 */
	public static double share(Layout layout) {
		return Outline.of(layout).strength() / 5.0;
	}

	public static Reading read(Layout layout) {
		return new GoalSheetReader(layout).read();
	}

	private Reading read() {
		this.outline.labels().forEach((span) -> this.coverage.leave(span, Leftover.Kind.LABEL));
		SheetHeader header = header();
		List<Entry> mission = MissionSection.read(this.outline.rows(Section.MISSION), this.coverage);
		PolicySection policy = new PolicySection(this.coverage, this.remarks);
		policy.read(this.outline.rows(Section.POLICY));
		List<GoalDraft> goals = new ArrayList<>();
		goals.addAll(goals(GoalDraft.Horizon.ANNUAL, Section.ANNUAL));
		goals.addAll(goals(GoalDraft.Horizon.MID_TERM, Section.MID_TERM));
		goals = new Repeats(this.remarks).tie(goals);
		List<Entry> policies = policy.policies();
		List<Entry> review = policy.review();
		YearProposal year = year(header, review, goals);
		remarkMissing();
		remarkLinks(goals);
		use(header, mission, policies, review, goals);
		List<Leftover> leftovers = this.coverage.leftovers();
		this.remarks.unread(Question.UNREAD, this.layout.source(), leftovers);
		return new Reading(Reading.Family.DEPARTMENT_GOAL_SHEET, header, year, mission, policies, review, goals, null,
				this.remarks.inDocumentOrder(), leftovers);
	}

	private SheetHeader header() {
		Head head = new Head(this.coverage);
		this.outline.head().forEach(head::add);
		SheetHeader header = head.header();
		if (header.unit().isEmpty()) {
			this.remarks.add(Question.HEADER_MISSING, new Span(0, 0));
		}
		return header;
	}

	private List<GoalDraft> goals(GoalDraft.Horizon horizon, Section section) {
		List<Row> rows = this.outline.rows(section);
		return rows.stream().anyMatch(Columns::isHead)
				? new GoalSection(horizon, rows, this.coverage, this.remarks).read()
				: new GoalLines(horizon, rows, this.coverage, this.remarks).read();
	}

	private YearProposal year(SheetHeader header, List<Entry> review, List<GoalDraft> goals) {
		YearVotes votes = new YearVotes(this.layout.source(), this.remarks);
		List<Span> captions = new ArrayList<>(this.outline.labels());
		header.captions().forEach((caption) -> captions.addAll(caption.spans()));
		votes.captions(captions);
		votes.results(review);
		goals.forEach(votes::goal);
		return votes.proposal();
	}

	private void remarkMissing() {
		Map<Section, String> names = new EnumMap<>(Map.of(Section.MISSION, "部局の使命", Section.POLICY, "方針",
				Section.ANNUAL, "当年度目標", Section.MID_TERM, "中期目標"));
		names.forEach((section, name) -> {
			if (this.outline.rows(section).isEmpty()) {
				this.remarks.add(Question.SECTION_MISSING, new Span(0, 0), name);
			}
		});
	}

	private void remarkLinks(List<GoalDraft> goals) {
		Set<String> dimensions = new LinkedHashSet<>();
		Map<String, String> titles = new HashMap<>();
		goals.forEach((goal) -> goal.links().forEach((link) -> dimensions.add(link.dimension())));
		for (GoalDraft goal : goals) {
			dimensions.forEach((dimension) -> remarkDimension(goal, dimension));
			goal.links().forEach((link) -> remarkTitle(link, titles));
		}
	}

	private void remarkDimension(GoalDraft goal, String dimension) {
		List<LinkDraft> links = goal.links().stream().filter((link) -> link.dimension().equals(dimension)).toList();
		if (links.isEmpty()) {
			String name = dimension.equals(LinkDraft.BASIC_POLICY) ? "基本政策" : "総合計画";
			this.remarks.add(Question.LINK_MISSING, goal.printedNumber().span(), goal.number(), name);
		}
		if (links.size() > 1 && links.stream().anyMatch(LinkDraft::noLink)) {
			links.stream()
				.filter(LinkDraft::noLink)
				.findFirst()
				.ifPresent((none) -> this.remarks.add(Question.LINK_NONE_AND_OTHERS, none.code().span()));
		}
	}

	private void remarkTitle(LinkDraft link, Map<String, String> titles) {
		if (link.noLink() || link.title().isEmpty() || link.path().isEmpty()) {
			return;
		}
		String key = Width.key(link.title().text());
		String known = titles.putIfAbsent(link.dimension() + link.path(), key);
		if (known != null && !known.equals(key)) {
			this.remarks.add(Question.LINK_TITLES_DIFFER, link.title().span(), link.code().text());
		}
	}

	private void use(SheetHeader header, List<Entry> mission, List<Entry> policies, List<Entry> review,
			List<GoalDraft> goals) {
		use(header.unit());
		use(header.position());
		use(header.holderName());
		header.captions().forEach(this::use);
		List.of(mission, policies, review).forEach(this.coverage::use);
		goals.forEach(this::use);
	}

	private void use(GoalDraft goal) {
		use(goal.printedNumber());
		use(goal.title());
		goal.tags().forEach((tag) -> this.coverage.use(tag.span()));
		List.of(goal.body(), goal.roadmap(), goal.achievements(), goal.directions()).forEach(this.coverage::use);
		goal.links().forEach((link) -> {
			use(link.code());
			use(link.title());
		});
	}

	private void use(Passage passage) {
		this.coverage.use(passage);
	}

}
