package jp.meguri.goals.phrase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.reading.phrase.PhraseContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read in the texts of goals, beside them in the database. Inside the caller's
 * transaction.
 */
@Repository
public class GoalPhrases {

	private static final Logger log = LoggerFactory.getLogger(GoalPhrases.class);

	// Rows are named as the columns are.
	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final DatabaseClient client;

	GoalPhrases(DatabaseClient client) {
		this.client = client;
	}

	/** Reads the texts of a goal anew; what people said about their phrases stands. */
	public Mono<Void> derive(UUID municipality, UUID goal, PhraseContext context, List<ReadableText> texts,
			List<PhraseDecision> decisions) {
		return Mono.fromCallable(() -> rows(goal, context, texts, decisions))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((rows) -> replace("goal_schedule", """
					block uuid, span_start int, span_end int, phrase text, kind text, start_day date, end_day date,
					label text, recurrence text, confidence text, decision text""", municipality, goal,
					rows.schedules())
				.then(replace("goal_target", """
						block uuid, span_start int, span_end int, phrase text, indicator text, comparator text,
						comparator_stated boolean, value numeric, unit text, kind text""", municipality, goal,
						rows.targets())));
	}

	// A text nobody could read must not keep anybody from writing it.
	private static Rows rows(UUID goal, PhraseContext context, List<ReadableText> texts,
			List<PhraseDecision> decisions) {
		try {
			return read(context, texts, decisions);
		}
		catch (RuntimeException ex) {
			log.error("The texts of goal {} could not be read", goal, ex);
			return new Rows(List.of(), List.of());
		}
	}

	private static Rows read(PhraseContext context, List<ReadableText> texts, List<PhraseDecision> decisions) {
		List<ScheduleRow> schedules = new ArrayList<>();
		List<TargetRow> targets = new ArrayList<>();
		for (ReadableText text : texts) {
			TextReading reading = TextReading.ofGoal(text.text(), context);
			for (TextReading.Schedule read : reading.schedules()) {
				Optional<PhraseDecision> said = decisions.stream()
					.filter((one) -> isAbout(one, text, read))
					.findFirst();
				if (said.map(PhraseDecision::decision).filter(PhraseDecision.Decision.NONE::equals).isEmpty()) {
					schedules.add(ScheduleRow.of(text, read, said.orElse(null)));
				}
			}
			reading.targets().forEach((aim) -> targets.add(TargetRow.of(text, aim)));
		}
		return new Rows(schedules, targets);
	}

	private static boolean isAbout(PhraseDecision decision, ReadableText text, TextReading.Schedule read) {
		return decision.block().equals(text.block()) && decision.phrase().equals(read.phrase())
				&& decision.occurrence() == occurrence(text.text(), read);
	}

	/** 1 for the first time these words stand in the text. */
	private static int occurrence(String text, TextReading.Schedule read) {
		int count = 0;
		for (int at = text.indexOf(read.phrase()); at >= 0
				&& at <= read.span()[0]; at = text.indexOf(read.phrase(), at + 1)) {
			count++;
		}
		return count;
	}

	private Mono<Void> replace(String table, String columns, UUID municipality, UUID goal, List<?> rows) {
		String names = columns.replaceAll(" (uuid|int|text|date|boolean|numeric)", "");
		Mono<Void> forget = this.client
			.sql("delete from %s where municipality = :city and goal = :goal".formatted(table))
			.bind("city", municipality)
			.bind("goal", goal)
			.then();
		Mono<Void> add = this.client.sql("""
				insert into %1$s (municipality, goal, ordinal, %2$s)
				select g.municipality, g.id, r.ordinality, %3$s
				from goal g, rows from (jsonb_to_recordset(:rows::jsonb) as (%4$s)) with ordinality r
				where g.id = :goal and g.municipality = :city
				""".formatted(table, names, names.replaceAll("(\\w+)", "r.$1"), columns))
			.bind("city", municipality)
			.bind("goal", goal)
			.bind("rows", JSON.writeValueAsString(rows))
			.then();
		return rows.isEmpty() ? forget : forget.then(add);
	}

	private record Rows(List<ScheduleRow> schedules, List<TargetRow> targets) {
	}

	private record ScheduleRow(UUID block, int spanStart, int spanEnd, String phrase, String kind,
			@Nullable LocalDate startDay, @Nullable LocalDate endDay, String label, @Nullable String recurrence,
			String confidence, @Nullable String decision) {

		static ScheduleRow of(ReadableText text, TextReading.Schedule read, @Nullable PhraseDecision said) {
			boolean corrected = said != null && said.decision() == PhraseDecision.Decision.CORRECTED;
			String kind = (corrected && said.kind() != null) ? said.kind() : read.kind().name();
			return new ScheduleRow(text.block(), read.span()[0], read.span()[1], read.phrase(), kind,
					corrected ? said.start() : read.start(), corrected ? said.end() : read.end(), read.label(),
					read.recurrence(), read.confidence().name(), (said != null) ? said.decision().name() : null);
		}

	}

	private record TargetRow(UUID block, int spanStart, int spanEnd, String phrase, @Nullable String indicator,
			String comparator, boolean comparatorStated, @Nullable String value, @Nullable String unit, String kind) {

		static TargetRow of(ReadableText text, TextReading.Aim read) {
			return new TargetRow(text.block(), read.span()[0], read.span()[1], read.phrase(), read.indicator(),
					read.comparator().name(), read.comparatorStated(), read.value(), read.unit(), read.kind().name());
		}

	}

}
