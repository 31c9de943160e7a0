package jp.meguri.goals.sheet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.goals.indicator.Indicators;
import jp.meguri.goals.phrase.GoalPhrases;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PlanPeriod;
import jp.meguri.events.content.GoalKind;
import jp.meguri.review.ReviewScope;
import jp.meguri.web.Problems;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The goals. What is read for a person carries the person's scope; what is written names
 * city and owner.
 */
@Repository
class GoalRepository {

	private static final String COLUMNS = "g.*, g.content::text as content_text";

	private final DatabaseClient client;

	private final SheetPlans plans;

	private final GoalPhrases phrases;

	private final Indicators indicators;

	GoalRepository(DatabaseClient client, SheetPlans plans, GoalPhrases phrases, Indicators indicators) {
		this.client = client;
		this.plans = plans;
		this.phrases = phrases;
		this.indicators = indicators;
	}

	/** Empty for foreign, invisible and absent ones alike. */
	Mono<Goal> visibleTo(Actor actor, UUID id) {
		var scope = ReviewScope.of(actor);
		return scope
			.bind(this.client.sql("select %s from goal g where g.id = :id and %s".formatted(COLUMNS, scope.on("g"))))
			.bind("id", id)
			.map(Rows::goal)
			.one();
	}

	/** The goals of a sheet that the person may see, in printed order. */
	Mono<List<Goal>> visibleTo(Actor actor, SheetAddress address) {
		var scope = ReviewScope.of(actor);
		return address.bind(scope.bind(this.client.sql("""
				select %s from goal g where %s and %s
				order by array_position(array['MISSION_AND_POLICIES', 'ANNUAL_GOAL', 'MID_TERM_GOAL'], g.kind), g.number
				""".formatted(COLUMNS, address.on("g"), scope.on("g"))))).map(Rows::goal).all().collectList();
	}

	/** All goals of a kind on a sheet, for those who order it; the sheet is locked. */
	Mono<List<Goal>> ofKind(GoalSheet sheet, GoalKind kind) {
		return sheet.address()
			.bind(this.client.sql("""
					select %s from goal g
					where g.sheet = :sheet and g.municipality = :municipality and %s and g.kind = :kind
					order by g.number
					""".formatted(COLUMNS, sheet.address().on("g"))))
			.bind("sheet", sheet.id())
			.bind("municipality", sheet.municipality())
			.bind("kind", kind.name())
			.map(Rows::goal)
			.all()
			.collectList();
	}

	/**
	 * Goals an event names, whatever their owner: for the worker, inside the event's
	 * city.
	 */
	Mono<List<Goal>> ofCity(UUID municipality, Collection<UUID> ids) {
		return this.client.sql("""
				select %s from goal g where g.municipality = :municipality and g.id = any(:ids) order by g.sheet, g.id
				""".formatted(COLUMNS))
			.bind("municipality", municipality)
			.bind("ids", ids.toArray(UUID[]::new))
			.map(Rows::goal)
			.all()
			.collectList();
	}

	Mono<Void> add(Goal goal, Instant at) {
		GenericExecuteSpec insert = written(
				"""
						insert into goal (id, municipality, sheet, owner_unit, fiscal_year, kind, number, state, revision, version,
						                  content, named_units, last_writer, last_writer_name, updated_at, edition)
						values (:id, :municipality, :sheet, :unit, :year, :kind, :number, :state, :revision, :version,
						        :content::jsonb, :named, :writer, :writerName, :at, :edition)
						""",
				goal, at)
			.bind("sheet", goal.sheet())
			.bind("year", goal.fiscalYear())
			.bind("kind", goal.kind().name());
		UUID edition = goal.edition();
		insert = (edition != null) ? insert.bind("edition", edition) : insert.bindNull("edition", UUID.class);
		return insert.then().then(derive(goal));
	}

	/**
	 * Stores the goal's next version. Nobody else can have stored one meanwhile, because
	 * the sheet is locked; if so after all, it is a conflict.
	 */
	Mono<Void> save(Goal goal, Instant at) {
		return written("""
				update goal set number = :number, state = :state, revision = :revision, version = :version,
				  content = :content::jsonb, named_units = :named, last_writer = :writer,
				  last_writer_name = :writerName, updated_at = :at
				where id = :id and municipality = :municipality and owner_unit = :unit and version = :version - 1
				""", goal, at).fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> Problems.revisionConflict(goal.revision())))
			.then();
	}

	/**
	 * Writes what is derived from the content: plan links, search text, what was read in
	 * its texts, and the indicators its targets cite.
	 */
	Mono<Void> derive(Goal goal) {
		return forgetLinks(goal).then(deriveLinks(goal))
			.then(deriveSearch(goal))
			.then(derivePhrases(goal))
			.then(this.indicators.derive(goal.municipality(), goal.id(), goal.content().targets()));
	}

	private Mono<Void> derivePhrases(Goal goal) {
		return context(goal).flatMap((context) -> this.phrases.derive(goal.municipality(), goal.id(), context,
				GoalTexts.readable(goal.content()), goal.content().readings()));
	}

	/** 「5年間で」 means the years of the plan whose sheet it is. */
	private Mono<PhraseContext> context(Goal goal) {
		List<UUID> planned = (goal.edition() != null) ? List.of(goal.sheet()) : List.of();
		return this.plans.of(goal.municipality(), planned)
			.map((plans) -> Optional.ofNullable(plans.get(goal.sheet()))
				.map((plan) -> new PlanPeriod(plan.firstYear(), plan.lastYear())))
			.map((period) -> new PhraseContext(goal.fiscalYear(), period.orElse(null)));
	}

	Mono<Void> delete(Goal goal) {
		return owned("delete from goal where id = :id and municipality = :municipality and owner_unit = :unit", goal)
			.then();
	}

	private Mono<Void> forgetLinks(Goal goal) {
		return this.client.sql("delete from goal_plan_link where goal = :id and municipality = :municipality")
			.bind("id", goal.id())
			.bind("municipality", goal.municipality())
			.then();
	}

	private Mono<Void> deriveLinks(Goal goal) {
		return owned("""
				insert into goal_plan_link (municipality, goal, ordinal, id, dimension, choice, node, code, title)
				select g.municipality, g.id, l.ordinality, (l.value ->> 'id')::uuid, l.value ->> 'dimension',
				       l.value ->> 'choice', (l.value ->> 'node')::uuid, l.value ->> 'code', l.value ->> 'title'
				from goal g, jsonb_array_elements(g.content -> 'links') with ordinality l
				where g.id = :id and g.municipality = :municipality and g.owner_unit = :unit
				""", goal).then();
	}

	private Mono<Void> deriveSearch(Goal goal) {
		return this.client.sql("""
				insert into goal_search (goal, municipality, body) values (:id, :municipality, :body)
				on conflict (goal) do update set body = excluded.body
				""")
			.bind("id", goal.id())
			.bind("municipality", goal.municipality())
			.bind("body", GoalTexts.searchable(goal.content()))
			.then();
	}

	private GenericExecuteSpec written(String sql, Goal goal, Instant at) {
		UUID writer = goal.lastWriter();
		GenericExecuteSpec statement = owned(sql, goal).bind("number", goal.number())
			.bind("state", goal.state().name())
			.bind("revision", goal.revision())
			.bind("version", goal.version())
			.bind("content", Rows.JSON.writeValueAsString(goal.content()))
			.bind("named", goal.namedUnits().toArray(UUID[]::new))
			.bind("writerName", goal.lastWriterName())
			.bind("at", at);
		return (writer != null) ? statement.bind("writer", writer) : statement.bindNull("writer", UUID.class);
	}

	private GenericExecuteSpec owned(String sql, Goal goal) {
		return this.client.sql(sql)
			.bind("id", goal.id())
			.bind("municipality", goal.municipality())
			.bind("unit", goal.ownerUnit());
	}

}
