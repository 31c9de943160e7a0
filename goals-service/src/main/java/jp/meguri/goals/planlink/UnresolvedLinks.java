package jp.meguri.goals.planlink;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Unit;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.planlink.UnresolvedLink.Reason;
import jp.meguri.web.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The links no valid edition knows, for planners. Inside the caller's transaction.
 */
@Repository
class UnresolvedLinks {

	private static final int PAGE = 200;

	private final DatabaseClient client;

	UnresolvedLinks(DatabaseClient client) {
		this.client = client;
	}

	Mono<Page<UnresolvedLink>> in(CityDirectory city, int fiscalYear, LinkCursor from) {
		return this.client
			.sql("""
					select g.id as goal, g.sheet, g.fiscal_year, g.owner_unit, g.kind, g.number,
					       g.content ->> 'title' as goal_title, l.id as link, l.ordinal, l.dimension, l.choice, l.code, l.title
					from goal_plan_link l join goal g on g.id = l.goal and g.municipality = l.municipality
					where l.municipality = :municipality and g.fiscal_year = :year
					  and (l.choice = 'AS_PRINTED'
					       or (l.choice = 'NODE' and not exists (
					             select from plan_node n join plan_edition e on e.id = n.edition
					             where n.id = l.node and n.municipality = l.municipality
					               and :year between e.first_year and e.last_year)))
					  and (g.owner_unit, g.kind, g.number, l.ordinal) > (:unit, :kind, :number, :ordinal)
					order by g.owner_unit, g.kind, g.number, l.ordinal limit :page
					""")
			.bind("municipality", city.municipality().id())
			.bind("year", fiscalYear)
			.bind("unit", from.unit())
			.bind("kind", from.kind())
			.bind("number", from.number())
			.bind("ordinal", from.ordinal())
			.bind("page", PAGE)
			.map((row) -> link(row, city))
			.all()
			.collectList()
			.map((links) -> new Page<>(links, LinkCursor.after(links, PAGE)));
	}

	private static UnresolvedLink link(Readable row, CityDirectory city) {
		UUID unit = value(row, "owner_unit", UUID.class);
		int fiscalYear = value(row, "fiscal_year", Integer.class);
		String name = city.unit(unit).map((found) -> nameOf(found, fiscalYear)).orElse("");
		Reason reason = "AS_PRINTED".equals(row.get("choice", String.class)) ? Reason.AS_PRINTED : Reason.NODE_GONE;
		return new UnresolvedLink(value(row, "goal", UUID.class), value(row, "sheet", UUID.class), fiscalYear, unit,
				name, GoalKind.valueOf(text(row, "kind")), value(row, "number", Integer.class), text(row, "goal_title"),
				value(row, "link", UUID.class), value(row, "ordinal", Integer.class), text(row, "dimension"),
				text(row, "code"), text(row, "title"), reason);
	}

	private static String nameOf(Unit unit, int fiscalYear) {
		return unit.nameIn(fiscalYear);
	}

	private static String text(Readable row, String column) {
		return value(row, column, String.class);
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type));
	}

}
