package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.draft.YearProposal.Evidence;
import jp.meguri.reading.draft.YearProposal.Role;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.progress.Token.Kind;
import jp.meguri.reading.remarks.Remarks;
import jp.meguri.reading.wareki.YearMention;

/**
 * Reads the progress sheet of a plan (計画の進捗評価).
 */
public final class ProgressReader {

	private final Layout layout;

	private final Coverage coverage;

	private final Sheet sheet;

	private final Remarks remarks = new Remarks();

	private ProgressReader(Layout layout) {
		this.layout = layout;
		this.coverage = layout.coverage();
		this.sheet = Sheet.of(layout);
	}

	/** How much of the form was found, 0 to 1: items, progress, issues, judgement. */
	public static double share(Layout layout) {
		List<Token> tokens = Sheet.of(layout).pages().stream().flatMap((page) -> page.tokens().stream()).toList();
		boolean items = tokens.stream().anyMatch((token) -> token.kind() == Kind.ITEM);
		boolean progress = tokens.stream().anyMatch((token) -> isLabel(token, Word.PROGRESS));
		boolean issues = tokens.stream().anyMatch((token) -> isLabel(token, Word.ISSUES));
		boolean judged = tokens.stream().anyMatch((token) -> token.kind() == Kind.GRADE || token.kind() == Kind.STEP);
		long found = Stream.of(items, progress, issues, judged).filter((part) -> part).count();
		return (items && judged) ? found / 4.0 : 0;
	}

	private static boolean isLabel(Token token, Word word) {
		return token.kind() == Kind.LABEL && token.word() == word;
	}

	public static Reading read(Layout layout) {
		return new ProgressReader(layout).read();
	}

	private Reading read() {
		label();
		List<CommitmentDraft> items = new ArrayList<>();
		this.sheet.pages().forEach((page) -> items.addAll(items(page)));
		Overview overview = new Overview(this.sheet.overview(), this.coverage, this.remarks);
		overview.takeNotes(this.sheet.tree());
		List<NodeDraft> nodes = this.sheet.tree().nodes();
		overview.read(nodes, items);
		PlanDraft plan = new PlanDraft(nodes, items, this.sheet.legend(), List.of());
		SheetHeader header = new SheetHeader(Passage.NONE, Passage.NONE, Passage.NONE, overview.captions());
		YearProposal year = year(header, items);
		header.captions().forEach(this.coverage::use);
		this.coverage.use(plan);
		List<Leftover> leftovers = this.coverage.leftovers();
		this.remarks.unread(Point.UNREAD, this.layout.source(), unsaid(leftovers));
		return new Reading(Reading.Family.PLAN_PROGRESS, header, year, List.of(), List.of(), List.of(), List.of(), plan,
				this.remarks.inDocumentOrder(), leftovers);
	}

	/** A category printed once holds the items in order below it. */
	private List<CommitmentDraft> items(Page page) {
		List<CommitmentDraft> items = new ArrayList<>();
		@Nullable Integer node = page.node();
		for (List<Token> segment : Segments.of(page.tokens())) {
			List<Token> categories = segment.stream().filter((token) -> token.kind() == Kind.CATEGORY).toList();
			boolean single = Segments.isOneItem(segment);
			if (!single) {
				node = page.node();
			}
			else if (!categories.isEmpty()) {
				node = this.sheet.categories().get(categories.get(0));
			}
			new Ties(segment, node, this.sheet.categories(), this.remarks).tie()
				.forEach((item) -> items.add(item.toDraft(this.coverage, this.remarks)));
		}
		return items;
	}

	/** What is no candidate somebody is asked to choose from. */
	private List<Leftover> unsaid(List<Leftover> leftovers) {
		NavigableMap<Integer, Integer> candidates = new TreeMap<>();
		this.remarks.inDocumentOrder()
			.stream()
			.filter((remark) -> remark.key().equals(Point.CANDIDATE.key()))
			.forEach((remark) -> candidates.put(remark.span().start(), remark.span().end()));
		return leftovers.stream().filter((leftover) -> {
			Map.Entry<Integer, Integer> above = candidates.floorEntry(leftover.span().start());
			return above == null || above.getValue() < leftover.span().end();
		}).toList();
	}

	private void label() {
		this.coverage.leave(this.sheet.labels(), Leftover.Kind.LABEL);
		this.coverage.leave(this.sheet.tree().labels(), Leftover.Kind.LABEL);
		this.sheet.pages()
			.stream()
			.flatMap((page) -> page.tokens().stream())
			.filter((token) -> token.kind() == Kind.GRADE)
			.forEach(this::labelMeaning);
	}

	/** The meaning printed with each grade stands in the legend once. */
	private void labelMeaning(Token token) {
		Run run = token.run();
		Grade grade = Grade.of(run);
		if (grade != null) {
			this.coverage.leave(run.from(grade.printed().length()).spans(), Leftover.Kind.LABEL);
		}
	}

	/** What is printed above the pages, else the year most texts name. */
	private YearProposal year(SheetHeader header, List<CommitmentDraft> items) {
		Map<Integer, List<Evidence>> votes = new TreeMap<>();
		header.captions().forEach((caption) -> vote(caption, Role.CAPTION, votes));
		if (votes.isEmpty()) {
			items.stream()
				.flatMap((item) -> Stream.of(Part.PROGRESS, Part.ISSUES).flatMap((part) -> item.text(part).stream()))
				.map(Entry::text)
				.forEach((text) -> vote(text, Role.RESULT, votes));
		}
		int most = votes.values().stream().mapToInt(List::size).max().orElse(0);
		List<Integer> winners = votes.keySet().stream().filter((year) -> votes.get(year).size() == most).toList();
		if (winners.size() != 1) {
			this.remarks.add(Point.YEAR_UNKNOWN, new Span(0, 0));
			return new YearProposal(null, votes.values().stream().flatMap(List::stream).toList());
		}
		List<Evidence> evidence = votes.getOrDefault(winners.get(0), List.of())
			.stream()
			.sorted(Comparator.comparing(Evidence::span))
			.toList();
		boolean printed = evidence.get(0).role() == Role.CAPTION;
		this.remarks.add(printed ? Point.YEAR_PRINTED : Point.YEAR_PROPOSED, evidence.get(0).span(),
				String.valueOf(winners.get(0)));
		return new YearProposal(winners.get(0), evidence);
	}

	private void vote(Passage passage, Role role, Map<Integer, List<Evidence>> votes) {
		passage.spans()
			.stream()
			.flatMap((span) -> YearMention.in(this.layout.source(), span).stream())
			.forEach((mention) -> votes.computeIfAbsent(mention.fiscalYear(), (year) -> new ArrayList<>())
				.add(new Evidence(mention.span(), mention.phrase(), mention.fiscalYear(), role)));
	}

}
