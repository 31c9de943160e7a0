package jp.meguri.goals.indicator;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent.Certainty;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.reading.target.Comparator;
import jp.meguri.review.ReviewScope;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Where an indicator is used and what was reached, as far as a person may see the goals
 * and the reports. Inside the caller's transaction.
 */
@Repository
class IndicatorUses {

	private static final int MOST = 2000;

	private final DatabaseClient client;

	IndicatorUses(DatabaseClient client) {
		this.client = client;
	}

	/** The targets, the latest year first, in the order of the sheets. */
	Mono<List<Cited>> targets(Actor actor, UUID indicator) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope.bind(this.client.sql("""
				select g.id, g.fiscal_year, g.kind, g.number, g.state, g.owner_unit, g.edition,
				       g.content ->> 'title' as title, c.target, t.value ->> 'text' as text, p.comparator,
				       p.comparator_stated, p.value, p.unit
				from goal_indicator c
				join goal g on g.id = c.goal and g.municipality = c.municipality
				cross join lateral jsonb_array_elements(g.content -> 'targets') with ordinality t
				left join lateral (
				  select r.comparator, r.comparator_stated, r.value, r.unit, count(*) over () as readings
				  from goal_target r where r.municipality = c.municipality and r.goal = c.goal and r.block = c.target
				  limit 1) p on p.readings = 1 and p.value is not null
				where c.municipality = :scopeCity and c.indicator = :id and t.value ->> 'id' = c.target::text and %s
				order by g.fiscal_year desc, g.owner_unit, g.edition, g.kind, g.number, g.id, t.ordinality limit %d
				""".formatted(scope.on("g"), MOST))).bind("id", indicator).map(Cited::of).all().collectList();
	}

	/** The figures of reports on goals, in the order of the rounds. */
	Mono<List<Figure>> figures(Actor actor, UUID indicator) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope.bind(this.client.sql("""
				select f.* from reported_figure f where f.indicator = :id and %s
				order by array_position(array['YEAR_START', 'INTERIM', 'YEAR_END', 'SETTLEMENT'], f.round), f.report,
				         f.ordinal limit %d
				""".formatted(scope.on("f"), MOST))).bind("id", indicator).map(Figure::of).all().collectList();
	}

	/**
	 * @param measure the target in figures, or null where not exactly one was read
	 */
	record Cited(UUID goal, int fiscalYear, GoalKind kind, int number, ReviewState state, UUID unit,
			@Nullable UUID edition, String title, UUID target, String text, @Nullable Measure measure) {

		static Cited of(Readable row) {
			BigDecimal value = row.get("value", BigDecimal.class);
			Measure measure = (value == null) ? null
					: new Measure(Comparator.valueOf(Indicators.text(row, "comparator")),
							Indicators.value(row, "comparator_stated", Boolean.class), value,
							Indicators.text(row, "unit"));
			return new Cited(Indicators.uuid(row, "id"), Indicators.value(row, "fiscal_year", Integer.class),
					GoalKind.valueOf(Indicators.text(row, "kind")), Indicators.value(row, "number", Integer.class),
					ReviewState.valueOf(Indicators.text(row, "state")), Indicators.uuid(row, "owner_unit"),
					row.get("edition", UUID.class), Indicators.text(row, "title"), Indicators.uuid(row, "target"),
					Indicators.text(row, "text"), measure);
		}

	}

	record Figure(UUID goal, Round round, ReviewState state, String label, String written, @Nullable LocalDate asOf,
			Certainty certainty, @Nullable BigDecimal value, @Nullable String unit) {

		static Figure of(Readable row) {
			return new Figure(Indicators.uuid(row, "goal"), Round.valueOf(Indicators.text(row, "round")),
					ReviewState.valueOf(Indicators.text(row, "state")), Indicators.text(row, "label"),
					Indicators.text(row, "written"), row.get("as_of", LocalDate.class),
					Certainty.valueOf(Indicators.text(row, "certainty")), row.get("value", BigDecimal.class),
					row.get("unit", String.class));
		}

	}

}
