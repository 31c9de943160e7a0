package jp.meguri.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.ActionOutcome;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.ReportContent.Grade;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.SheetContent.Report;

/**
 * Goal sheets of everything that may stand in one, from a seed.
 */
final class RandomSheet {

	private static final String[] BITS = { "夕市を", "市民と", "開く。", "１", "①", "○", "=", "+", "-", "@", "＝1", "＋", "－", "＠",
			"\t", "\r", "\n", "\r\n", "'", "\"", ",", "<b>", "&amp;", "&", "_x000D_", "_x", "__", "葛\udb40\udd00", "𠮷",
			"\ufa19", "か\u3099", "👨‍👩‍👧‍👦", "🇯🇵", "\u202e", "\u200b", "\u3000", " ", "\u00a0", "\ue000", "\u0001",
			"\u000b", "\u001f", "\u0085", "\u2028", "\ufeff", "\ufffe", "ｶﾅ", "㈱", "～", "〜", "{{7*7}}", "${jndi:x}",
			"00123", "1e5", "2026/4/1", "TRUE", "#REF!" };

	private final Random random;

	private RandomSheet(long seed) {
		this.random = new Random(seed);
	}

	static SheetContent of(long seed) {
		return new RandomSheet(seed).sheet();
	}

	static SheetNames names(SheetContent sheet) {
		return new SheetNames("なぎさ市", "くらし協働部", Map.of(sheet.unit(), "市民活動課"));
	}

	private SheetContent sheet() {
		UUID unit = id();
		List<Goal> goals = new ArrayList<>();
		List<UUID> midTerms = list(3, this::id);
		for (GoalKind kind : GoalKind.values()) {
			int count = switch (kind) {
				case MISSION_AND_POLICIES -> this.random.nextInt(2);
				case ANNUAL_GOAL -> this.random.nextInt(5);
				case MID_TERM_GOAL -> midTerms.size();
			};
			for (int number = 1; number <= count; number++) {
				UUID id = (kind == GoalKind.MID_TERM_GOAL) ? midTerms.get(number - 1) : id();
				goals.add(goal(id, kind, number, midTerms, unit));
			}
		}
		return new SheetContent(id(), unit, 2000 + this.random.nextInt(100), goals);
	}

	private Goal goal(UUID id, GoalKind kind, int number, List<UUID> midTerms, UUID unit) {
		List<Block> actions = list(6, this::block);
		UUID midTerm = maybe(() -> (midTerms.isEmpty() || this.random.nextInt(4) == 0) ? id()
				: midTerms.get(this.random.nextInt(midTerms.size())));
		GoalContent content = new GoalContent(text(), tags(), blocks(), blocks(), blocks(), actions, blocks(),
				list(4, this::link), midTerm, maybe(() -> this.random.nextBoolean() ? unit : id()), blocks(), blocks(),
				list(2, () -> new GoalTarget(id(), text(), maybe(this::id), text(), maybe(this::id))),
				list(2, () -> new Responsibility(id(), one(Responsibility.Role.values()), maybe(this::id), text(),
						this.random.nextBoolean())),
				list(2, this::text), list(2, this::reading), text());
		List<Report> reports = new ArrayList<>();
		for (Round round : Round.values()) {
			if (this.random.nextInt(3) == 0) {
				reports.add(new Report(id(), round, this.random.nextInt(1000), report(actions)));
			}
		}
		java.util.Collections.shuffle(reports, this.random);
		return new Goal(id, kind, number, this.random.nextInt(100_000), content, reports);
	}

	private ReportContent report(List<Block> actions) {
		List<ActionOutcome> outcomes = list(5,
				() -> new ActionOutcome(
						(actions.isEmpty() || this.random.nextInt(5) == 0) ? id()
								: actions.get(this.random.nextInt(actions.size())).id(),
						one(ReportContent.Outcome.values()), maybe(this::day), text()));
		return new ReportContent(blocks(), blocks(), blocks(), outcomes,
				list(3, () -> new Figure(id(), maybe(() -> actions.isEmpty() ? id() : actions.get(0).id()), text(),
						text(), maybe(this::day), one(ReportContent.Certainty.values()), maybe(this::id))),
				maybe(() -> new Grade(id(), text(), text())), maybe(() -> one(ReportContent.NextStep.values())),
				blocks(), blocks(), blocks(), blocks());
	}

	private List<Block> blocks() {
		return list(3, this::block);
	}

	private Block block() {
		return new Block(id(), this.random.nextInt(6), text(), text(), tags(), maybe(this::id));
	}

	private PlanLink link() {
		PlanLink.Choice choice = one(PlanLink.Choice.values());
		return new PlanLink(id(), one("comprehensive-plan", "basic-policy", "総合戦略"), choice,
				(choice == PlanLink.Choice.NODE) ? id() : maybe(this::id), text(), text());
	}

	private PhraseDecision reading() {
		return new PhraseDecision(id(), text(), 1 + this.random.nextInt(3), one(PhraseDecision.Decision.values()),
				maybe(() -> "MONTH_RANGE"), maybe(this::day), maybe(this::day));
	}

	private List<Tag> tags() {
		return this.random.nextInt(3) > 0 ? List.of() : list(3, () -> one(Tag.values()));
	}

	private String text() {
		int length = (this.random.nextInt(40) == 0) ? 400 : this.random.nextInt(6);
		StringBuilder text = new StringBuilder();
		IntStream.range(0, length).forEach((i) -> text.append(BITS[this.random.nextInt(BITS.length)]));
		return text.toString();
	}

	private LocalDate day() {
		return LocalDate.of(1990 + this.random.nextInt(60), 1 + this.random.nextInt(12),
				this.random.nextBoolean() ? 1 : 1 + this.random.nextInt(28));
	}

	private UUID id() {
		return new UUID(this.random.nextLong(), this.random.nextLong());
	}

	private <T> @Nullable T maybe(Supplier<T> value) {
		return this.random.nextBoolean() ? value.get() : null;
	}

	@SafeVarargs
	private <T> T one(T... values) {
		return values[this.random.nextInt(values.length)];
	}

	private <T> List<T> list(int most, Supplier<T> item) {
		return IntStream.range(0, this.random.nextInt(most + 1)).mapToObj((i) -> item.get()).toList();
	}

}
