package jp.meguri.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PlanPeriod;
import jp.meguri.reading.schedule.ScheduleEntry;
import jp.meguri.reading.schedule.ScheduleEntry.Note;
import jp.meguri.reading.schedule.ScheduleReader;
import jp.meguri.reading.target.Actual;
import jp.meguri.reading.target.ActualReader;
import jp.meguri.reading.target.Figure;
import jp.meguri.reading.target.Quantity;
import jp.meguri.reading.target.Target;
import jp.meguri.reading.target.TargetReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The grammars on the real documents, against what a person marked in them. The floors
 * are what the grammars reach; with {@code -Dmeguri.gold.show} the places that differ are
 * printed.
 */
class PhraseGoldTest {

	@ParameterizedTest
	@CsvSource({ "T20, 0.98, 0.98", "O11, 0.99, 0.99", "K23, 0.96, 0.96", "M20, 0.98, 0.98" })
	void schedules_areThoseAPersonMarks(RealDocument document, double precision, double recall) {
		String source = document.text();
		List<Schedule> read = schedules(source, context(document));
		Score score = Score.of(gold(document).schedules(), GoldSchedule::span, read, Schedule::place,
				PhraseGoldTest::isSame);
		report(document, "schedules", score);
		assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
		assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
	}

	@ParameterizedTest
	@CsvSource({ "T20, 1, 1", "O11, 1, 1", "M20, 1, 0.92" })
	void targets_areThoseAPersonMarks(RealDocument document, double precision, double recall) {
		String source = document.text();
		List<Placed> read = targets(source, context(document));
		Score score = Score.of(gold(document).targets(), GoldTarget::span, read, Placed::place, PhraseGoldTest::isSame);
		report(document, "targets", score);
		assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
		assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
	}

	@ParameterizedTest
	@CsvSource({ "T20, 1, 1", "K23, 1, 1", "M20, 1, 0.955" })
	void actuals_areThoseAPersonMarks(RealDocument document, double precision, double recall) {
		List<PlacedActual> read = PlacedText.results(document.text())
			.stream()
			.flatMap((text) -> actuals(text, context(document)))
			.toList();
		Score score = Score.of(gold(document).actuals(), GoldActual::span, read, PlacedActual::place,
				(gold, placed) -> gold.isSame(placed.actual()));
		report(document, "actuals", score);
		assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
		assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
	}

	/**
	 * What the texts of a row cannot tell stays in the document, and a person is asked.
	 */
	@Test
	void valuesOfTheScatteredRow_areLeftWithADecision() {
		String source = RealDocument.M20.text();
		Reading reading = DocumentReader.read(source);
		List<Span> decisions = reading.remarks().stream().filter(Remark::decision).map(Remark::span).toList();
		List<Span> read = Faithful.passages(reading).stream().flatMap((text) -> text.spans().stream()).toList();
		GoldPhrases gold = gold(RealDocument.M20);
		List<Span> left = Stream
			.concat(gold.targets().stream().map(GoldTarget::span), gold.actuals().stream().map(GoldActual::span))
			.filter((value) -> read.stream().noneMatch((span) -> holds(span, value.start())))
			.toList();
		System.out.println("M20 values left in the scattered row: " + left.size());
		assertThat(left).isNotEmpty()
			.allMatch((value) -> decisions.stream()
				.anyMatch((span) -> holds(span, value.start()) && value.end() <= span.end()));
	}

	private static boolean holds(Span span, int place) {
		return span.start() <= place && place < span.end();
	}

	private static Stream<PlacedActual> actuals(PlacedText text, PhraseContext context) {
		return ActualReader.read(text.text(), context)
			.stream()
			.map((actual) -> new PlacedActual(actual, text.inDocument(actual.span())));
	}

	private static List<Placed> targets(String source, PhraseContext context) {
		List<Placed> targets = new ArrayList<>();
		PlacedText.goals(source).forEach((text) -> targets.addAll(targets(text, context, Target.Kind.BINDING)));
		PlacedText.yearPlans(source).forEach((text) -> targets.addAll(targets(text, context, Target.Kind.BENCHMARK)));
		return targets;
	}

	private static List<Placed> targets(PlacedText text, PhraseContext context, Target.Kind kind) {
		return TargetReader.read(text.text(), context, kind)
			.stream()
			.map((target) -> new Placed(target, text.inDocument(target.span())))
			.toList();
	}

	private static boolean isSame(GoldTarget gold, Placed read) {
		Target target = read.target();
		Quantity quantity = target.quantity();
		boolean value = (quantity == null) ? gold.value() == null : gold.value() != null
				&& gold.value().compareTo(quantity.value()) == 0 && gold.unit().equals(quantity.unit());
		Figure baseline = target.figures().baseline();
		boolean from = baseline == null || baseline.quantity().value().equals(gold.baseline());
		return value && from && gold.kind().name().equals(target.kind().name())
				&& gold.comparator().name().equals(target.comparator().name())
				&& gold.comparatorStated() == target.comparatorStated();
	}

	private static List<Schedule> schedules(String source, PhraseContext context) {
		List<Schedule> schedules = new ArrayList<>();
		Set<Span> seen = new HashSet<>();
		for (PlacedText text : PlacedText.of(source)) {
			ScheduleReader.read(text.text(), context)
				.stream()
				.flatMap(ScheduleEntry::atoms)
				.map((entry) -> new Schedule(entry, text.inDocument(entry.span())))
				.filter((schedule) -> seen.add(schedule.place()))
				.forEach(schedules::add);
		}
		return schedules;
	}

	private static boolean isSame(GoldSchedule gold, Schedule read) {
		ScheduleEntry entry = read.entry();
		String extra = (entry.recurrence() != null) ? entry.recurrence().toString()
				: entry.notes().contains(Note.ERA_CONFLICT) ? "era-conflict" : "";
		return gold.kind().name().equals(entry.kind().name()) && gold.extra().equals(extra)
				&& gold.intervals().equals(intervals(entry.start(), entry.end()));
	}

	private static List<GoldSchedule.Interval> intervals(@Nullable LocalDate start, @Nullable LocalDate end) {
		return (start == null && end == null) ? List.of() : List.of(new GoldSchedule.Interval(start, end));
	}

	/** The contexts the lists were written for. */
	private static PhraseContext context(RealDocument document) {
		return switch (document) {
			case T20 -> PhraseContext.of(2020);
			case O11 -> new PhraseContext(2011, new PlanPeriod(2011, 2015));
			case K23 -> PhraseContext.of(2023);
			case M20 -> new PhraseContext(2020, new PlanPeriod(2016, 2020));
		};
	}

	private static GoldPhrases gold(RealDocument document) {
		return GoldPhrases.of(document).orElseThrow();
	}

	private static void report(RealDocument document, String what, Score score) {
		System.out.println(document + " " + what + ": " + score);
		if (System.getProperty("meguri.gold.show") != null) {
			score.missed().forEach((line) -> System.out.println("  missed " + line));
			score.wrong().forEach((phrase) -> System.out.println("  wrong  " + phrase));
		}
	}

	/** A schedule and where in the document it stands. */
	private record Schedule(ScheduleEntry entry, Span place) {

		@Override
		public String toString() {
			return this.place + " " + this.entry.kind() + " " + this.entry.start() + "/" + this.entry.end() + " "
					+ this.entry.rawPhrase();
		}

	}

	/** A figure of a result and where in the document it stands. */
	private record PlacedActual(Actual actual, Span place) {

		@Override
		public String toString() {
			return this.place + " " + GoldActual.of(this.place, this.actual) + " " + this.actual.indicator() + " "
					+ this.actual.rawPhrase();
		}

	}

	/** A target and where in the document it stands. */
	private record Placed(Target target, Span place) {

		@Override
		public String toString() {
			return this.place + " " + this.target.kind() + " " + this.target.comparator() + " "
					+ this.target.comparatorStated() + " " + this.target.quantity() + " " + this.target.indicator()
					+ " " + this.target.rawPhrase();
		}

	}

}
