package jp.meguri.goals.indicator;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.goals.indicator.Indicator.Direction;
import jp.meguri.goals.indicator.Indicator.Kind;
import jp.meguri.review.ReviewScope;
import jp.meguri.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The indicators of a city, known to everybody who works there, and which targets cite
 * them. Inside the caller's transaction.
 */
@Repository
public class Indicators {

	private static final int PAGE = 100;

	private final DatabaseClient client;

	Indicators(DatabaseClient client) {
		this.client = client;
	}

	/** Which of these the city has. */
	public Mono<Set<UUID>> known(UUID municipality, Collection<UUID> ids) {
		if (ids.isEmpty()) {
			return Mono.just(Set.of());
		}
		return this.client.sql("select id from indicator i where i.municipality = :city and i.id = any(:ids)")
			.bind("city", municipality)
			.bind("ids", ids.toArray(UUID[]::new))
			.map((row) -> uuid(row, "id"))
			.all()
			.collect(HashSet::new, Set::add);
	}

	/** The indicators of exactly these names, apart from width and blanks. */
	public Mono<List<Indicator>> named(UUID municipality, Collection<String> names) {
		return this.client
			.sql("select * from indicator i where i.municipality = :city and i.name_key = any(:keys) order by i.id")
			.bind("city", municipality)
			.bind("keys", names.stream().map(Indicator::key).distinct().toArray(String[]::new))
			.map(Indicators::indicator)
			.all()
			.collectList();
	}

	/** Adds it; false if the city has one of this name and unit. */
	public Mono<Boolean> add(UUID municipality, Indicator added) {
		return written("""
				insert into indicator (id, municipality, name, name_key, unit, direction, kind, revision)
				values (:id, :city, :name, :key, :unit, :direction, :kind, :revision)
				on conflict (municipality, name_key, unit) do nothing
				""", municipality, added).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	/** Notes which targets of a goal cite which indicator, in place of what was there. */
	public Mono<Void> derive(UUID municipality, UUID goal, List<GoalTarget> targets) {
		return this.client.sql("delete from goal_indicator where municipality = :city and goal = :goal")
			.bind("city", municipality)
			.bind("goal", goal)
			.then()
			.thenMany(Flux.fromIterable(targets)
				.filter((target) -> target.indicator() != null)
				.concatMap((target) -> cite(municipality, goal, target)))
			.then();
	}

	Mono<Indicator> find(UUID municipality, UUID id) {
		return this.client.sql("select * from indicator i where i.municipality = :city and i.id = :id")
			.bind("city", municipality)
			.bind("id", id)
			.map(Indicators::indicator)
			.one();
	}

	/**
	 * By name, with the number of goals the person may see.
	 * @param typed part of the name; empty for all
	 * @param after the last one of the page before, or null
	 */
	Mono<Page<IndicatorRow>> list(Actor actor, String typed, @Nullable UUID after) {
		ReviewScope scope = ReviewScope.of(actor);
		GenericExecuteSpec list = scope
			.bind(this.client
				.sql("""
						select i.*, u.goals, u.first_year, u.last_year from indicator i
						left join lateral (
						  select count(distinct g.id) as goals, min(g.fiscal_year) as first_year, max(g.fiscal_year) as last_year
						  from goal_indicator c join goal g on g.id = c.goal and g.municipality = c.municipality
						  where c.municipality = i.municipality and c.indicator = i.id and %s) u on true
						where i.municipality = :city and (:word = '' or position(:word in i.name_key) > 0)
						  and (:after::uuid is null or (i.name_key, i.id) >
						       (select a.name_key, a.id from indicator a where a.municipality = :city and a.id = :after))
						order by i.name_key, i.id limit %d
						"""
					.formatted(scope.on("g"), PAGE)))
			.bind("city", actor.municipality())
			.bind("word", Indicator.key(typed));
		list = (after != null) ? list.bind("after", after) : list.bindNull("after", UUID.class);
		return list.map(IndicatorRow::of)
			.all()
			.collectList()
			.map((rows) -> new Page<>(rows, (rows.size() < PAGE) ? null : rows.get(PAGE - 1).id().toString()));
	}

	/** False if it was changed meanwhile. */
	Mono<Boolean> save(UUID municipality, Indicator changed) {
		return written("""
				update indicator set name = :name, name_key = :key, unit = :unit, direction = :direction, kind = :kind,
				  revision = :revision
				where id = :id and municipality = :city and revision = :revision - 1
				""", municipality, changed).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	private Mono<Void> cite(UUID municipality, UUID goal, GoalTarget target) {
		return this.client.sql("""
				insert into goal_indicator (municipality, goal, target, indicator)
				select i.municipality, :goal, :target, i.id from indicator i
				where i.municipality = :city and i.id = :indicator
				""")
			.bind("city", municipality)
			.bind("goal", goal)
			.bind("target", target.id())
			.bind("indicator", Objects.requireNonNull(target.indicator()))
			.then();
	}

	private GenericExecuteSpec written(String sql, UUID municipality, Indicator of) {
		return this.client.sql(sql)
			.bindValues(
					Map.of("id", of.id(), "city", municipality, "name", of.name(), "key", of.key(), "unit", of.unit(),
							"direction", of.direction().name(), "kind", of.kind().name(), "revision", of.revision()));
	}

	static Indicator indicator(Readable row) {
		return new Indicator(uuid(row, "id"), text(row, "name"), text(row, "unit"),
				Direction.valueOf(text(row, "direction")), Kind.valueOf(text(row, "kind")),
				value(row, "revision", Long.class));
	}

	static UUID uuid(Readable row, String column) {
		return value(row, column, UUID.class);
	}

	static String text(Readable row, String column) {
		return value(row, column, String.class);
	}

	static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
