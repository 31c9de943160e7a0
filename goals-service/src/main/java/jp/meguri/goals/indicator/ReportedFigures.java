package jp.meguri.goals.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.evaluation.ReportSnapshot;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.target.Actual;
import jp.meguri.reading.target.ActualReader;
import jp.meguri.reading.target.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The copy of reported figures that name an indicator. Inside the caller's transaction.
 */
@Repository
class ReportedFigures {

	// Rows are named as the columns are.
	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final DatabaseClient client;

	ReportedFigures(DatabaseClient client) {
		this.client = client;
	}

	/**
	 * Replaces those of a report. Who sees the report sees them: the units its goal names
	 * are taken from here; of a goal that is gone nothing is kept.
	 */
	Mono<Void> keep(UUID municipality, ReportSnapshot report) {
		Mono<Void> forget = this.client
			.sql("delete from reported_figure where municipality = :city and report = :report")
			.bind("city", municipality)
			.bind("report", report.id())
			.then();
		List<Row> rows = rows(report);
		return rows.isEmpty() ? forget : forget.then(add(municipality, report, rows));
	}

	private Mono<Void> add(UUID municipality, ReportSnapshot report, List<Row> rows) {
		return this.client.sql("""
				insert into reported_figure (municipality, report, ordinal, goal, indicator, fiscal_year, round,
				  owner_unit, named_units, state, label, written, as_of, certainty, value, unit)
				select g.municipality, :report, r.ordinality, g.id, r.indicator, :year, :round, :unit, g.named_units,
				  :state, r.label, r.written, r.as_of, r.certainty, r.value, r.unit
				from goal g, rows from (jsonb_to_recordset(:rows::jsonb) as (indicator uuid, label text, written text,
				  as_of date, certainty text, value numeric, unit text)) with ordinality r
				where g.municipality = :city and g.id = :goal
				""")
			.bind("city", municipality)
			.bind("report", report.id())
			.bind("goal", report.goal())
			.bind("year", report.fiscalYear())
			.bind("round", report.round().name())
			.bind("unit", report.ownerUnit())
			.bind("state", report.state().name())
			.bind("rows", JSON.writeValueAsString(rows))
			.then();
	}

	private static List<Row> rows(ReportSnapshot report) {
		PhraseContext context = PhraseContext.of(report.fiscalYear());
		List<Row> rows = new ArrayList<>();
		for (Figure figure : report.content().figures()) {
			UUID indicator = figure.indicator();
			if (indicator != null) {
				Quantity read = read(figure.value(), context);
				rows.add(new Row(indicator, figure.label(), figure.value(), figure.asOf(), figure.certainty().name(),
						(read != null) ? read.value().toPlainString() : null, (read != null) ? read.unit() : null));
			}
		}
		return rows;
	}

	/** The amount, where the text holds exactly one. */
	private static @Nullable Quantity read(String written, PhraseContext context) {
		List<Actual> read = ActualReader.read(written, context);
		return (read.size() == 1) ? read.get(0).quantity() : null;
	}

	private record Row(UUID indicator, String label, String written, @Nullable LocalDate asOf, String certainty,
			@Nullable String value, @Nullable String unit) {
	}

}
