package jp.meguri.goals.sheet;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.reading.layout.Width;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The plans that have sheets. Inside the caller's transaction.
 */
@Repository
public class SheetPlans {

	private final DatabaseClient client;

	SheetPlans(DatabaseClient client) {
		this.client = client;
	}

	/**
	 * The edition a document is about, where it is known already: from another year's
	 * document, or from the catalog. It is the same if its years are, or if they lie
	 * around those of the document and the name is the same.
	 */
	public Mono<SheetPlan> like(UUID municipality, SheetPlan plan) {
		Mono<SheetPlan> copied = around("""
				select e.*, e.id as edition, '{"levels": [], "nodes": [], "scheme": null}' as tree_text
				from plan_edition e
				where e.municipality = :municipality and e.dimension = :dimension and e.first_year <= :first
				  and e.last_year >= :last
				order by e.id
				""", municipality, plan).flatMap((found) -> withNodes(municipality, found));
		return around("""
				select p.*, p.tree::text as tree_text from sheet_plan p
				where p.municipality = :municipality and p.dimension = :dimension and p.first_year <= :first
				  and p.last_year >= :last
				order by p.sheet desc
				""", municipality, plan).switchIfEmpty(copied);
	}

	private Mono<SheetPlan> around(String sql, UUID municipality, SheetPlan plan) {
		return this.client.sql(sql)
			.bind("municipality", municipality)
			.bind("dimension", plan.dimension())
			.bind("first", plan.firstYear())
			.bind("last", plan.lastYear())
			.map(SheetPlans::plan)
			.all()
			.filter((found) -> isSame(found, plan))
			.next();
	}

	private static boolean isSame(SheetPlan found, SheetPlan plan) {
		boolean sameYears = found.firstYear() == plan.firstYear() && found.lastYear() == plan.lastYear();
		return sameYears || Width.key(found.name()).equals(Width.key(plan.name()));
	}

	/** Only for finding nodes again: the copy does not tell their levels. */
	private Mono<SheetPlan> withNodes(UUID municipality, SheetPlan copied) {
		return this.client.sql("""
				select n.id, n.parent, n.code, n.title from plan_node n
				where n.municipality = :municipality and n.edition = :edition order by n.position
				""")
			.bind("municipality", municipality)
			.bind("edition", copied.edition())
			.map((row) -> new SheetPlan.Node(Rows.uuid(row, "id"), row.get("parent", UUID.class), 1,
					Rows.text(row, "code"), Objects.requireNonNullElse(row.get("title", String.class), "")))
			.all()
			.collectList()
			.map((nodes) -> new SheetPlan(copied.edition(), copied.dimension(), copied.planName(), copied.name(),
					copied.firstYear(), copied.lastYear(), new SheetPlan.Tree(List.of(), nodes, null)));
	}

	Mono<Void> keep(GoalSheet sheet, SheetPlan plan) {
		return this.client.sql("""
				insert into sheet_plan (sheet, municipality, edition, dimension, plan_name, name, first_year, last_year,
				                        tree)
				values (:sheet, :municipality, :edition, :dimension, :planName, :name, :first, :last, :tree::jsonb)
				""")
			.bind("sheet", sheet.id())
			.bind("municipality", sheet.municipality())
			.bind("edition", plan.edition())
			.bind("dimension", plan.dimension())
			.bind("planName", plan.planName())
			.bind("name", plan.name())
			.bind("first", plan.firstYear())
			.bind("last", plan.lastYear())
			.bind("tree", Rows.JSON.writeValueAsString(plan.tree()))
			.then();
	}

	/** The plans of these sheets. */
	Mono<Map<UUID, SheetPlan>> of(UUID municipality, Collection<UUID> sheets) {
		if (sheets.isEmpty()) {
			return Mono.just(Map.of());
		}
		return this.client.sql("""
				select p.*, p.tree::text as tree_text from sheet_plan p
				where p.municipality = :municipality and p.sheet = any(:sheets)
				""")
			.bind("municipality", municipality)
			.bind("sheets", sheets.toArray(UUID[]::new))
			.map((row) -> Map.entry(Rows.uuid(row, "sheet"), plan(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** The sheets of that fiscal year, in the order they were made. */
	Mono<List<GoalSheet>> sheets(UUID municipality, int fiscalYear) {
		return this.client.sql("""
				select * from goal_sheet s
				where s.municipality = :municipality and s.fiscal_year = :year and s.edition is not null order by s.id
				""").bind("municipality", municipality).bind("year", fiscalYear).map(Rows::sheet).all().collectList();
	}

	private static SheetPlan plan(Readable row) {
		return new SheetPlan(Rows.uuid(row, "edition"), Rows.text(row, "dimension"), Rows.text(row, "plan_name"),
				Rows.text(row, "name"), Rows.get(row, "first_year", Integer.class),
				Rows.get(row, "last_year", Integer.class),
				Rows.JSON.readValue(Rows.text(row, "tree_text"), SheetPlan.Tree.class));
	}

}
