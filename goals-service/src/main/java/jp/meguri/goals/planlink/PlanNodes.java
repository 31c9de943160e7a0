package jp.meguri.goals.planlink;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The copy of editions and nodes. Inside the caller's transaction.
 */
@Repository
public class PlanNodes {

	private static final int MOST_FOUND = 200;

	// The rows of such a plan stand on its own sheets; units' goals are not asked for it.
	private static final String HAS_SHEETS = """
			exists (select from goal_sheet s where s.municipality = e.municipality and s.edition = e.id)""";

	private final DatabaseClient client;

	PlanNodes(DatabaseClient client) {
		this.client = client;
	}

	/**
	 * The dimensions of the plans that are valid in that year; each must be chosen in a
	 * goal.
	 */
	public Mono<List<PlanDimension>> dimensions(UUID municipality, int fiscalYear) {
		return this.client.sql("""
				select dimension, min(plan_name) as plan_name from plan_edition e
				where e.municipality = :municipality and :year between e.first_year and e.last_year and not %s
				group by dimension order by dimension <> 'comprehensive-plan', dimension
				""".formatted(HAS_SHEETS))
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map((row) -> new PlanDimension(text(row, "dimension"), text(row, "plan_name")))
			.all()
			.collectList();
	}

	/** Which of these nodes goals of that year may link to. */
	public Mono<Set<UUID>> linkable(UUID municipality, int fiscalYear, Collection<UUID> nodes) {
		if (nodes.isEmpty()) {
			return Mono.just(Set.of());
		}
		return this.client.sql("""
				select n.id from plan_node n join plan_edition e on e.id = n.edition and e.municipality = n.municipality
				where n.municipality = :municipality and n.id = any(:nodes) and n.linkable
				  and :year between e.first_year and e.last_year
				""")
			.bind("municipality", municipality)
			.bind("nodes", nodes.toArray(UUID[]::new))
			.bind("year", fiscalYear)
			.map((row) -> Objects.requireNonNull(row.get("id", UUID.class)))
			.all()
			.collect(HashSet::new, Set::add);
	}

	/**
	 * Nodes of the editions valid in that year, in printed order; the first 200, a longer
	 * word finds fewer.
	 * @param typed a number or a word; empty for all
	 */
	Mono<List<PlanNodeView>> find(UUID municipality, int fiscalYear, String typed) {
		return this.client.sql("""
				select n.*, e.dimension, e.plan_name, e.name as edition_name
				from plan_node n join plan_edition e on e.id = n.edition and e.municipality = n.municipality
				where n.municipality = :municipality and :year between e.first_year and e.last_year and not %s
				  and (:word = '' or position(:word in n.search) > 0
				       or (:path <> '' and (n.path = :path or starts_with(n.path, :path || '-'))))
				order by e.dimension <> 'comprehensive-plan', e.dimension, e.id, n.position limit :most
				""".formatted(HAS_SHEETS))
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("word", PlanSearch.word(typed))
			.bind("path", PlanSearch.path(typed))
			.bind("most", MOST_FOUND)
			.map(PlanNodes::node)
			.all()
			.collectList();
	}

	/** Replaces the copy of an edition. Links to nodes that vanish stay as they are. */
	Mono<Void> keep(UUID municipality, PlanEditionChanged edition) {
		return keepEdition(municipality, edition).then(forgetNodes(municipality, edition.id()))
			.thenMany(Flux.range(0, edition.nodes().size())
				.concatMap((position) -> add(municipality, edition.id(), position, edition.nodes().get(position))))
			.then();
	}

	private Mono<Void> keepEdition(UUID municipality, PlanEditionChanged edition) {
		return this.client.sql("""
				insert into plan_edition (id, municipality, dimension, plan_name, name, first_year, last_year)
				values (:id, :municipality, :dimension, :planName, :name, :first, :last)
				on conflict (id) do update set dimension = excluded.dimension, plan_name = excluded.plan_name,
				  name = excluded.name, first_year = excluded.first_year, last_year = excluded.last_year
				""")
			.bind("id", edition.id())
			.bind("municipality", municipality)
			.bind("dimension", edition.dimension())
			.bind("planName", edition.planName())
			.bind("name", edition.name())
			.bind("first", edition.firstYear())
			.bind("last", edition.lastYear())
			.then();
	}

	private Mono<Void> forgetNodes(UUID municipality, UUID edition) {
		return this.client.sql("delete from plan_node where municipality = :municipality and edition = :edition")
			.bind("municipality", municipality)
			.bind("edition", edition)
			.then();
	}

	private Mono<Void> add(UUID municipality, UUID edition, int position, PlanNode node) {
		var insert = this.client.sql("""
				insert into plan_node
				  (id, municipality, edition, parent, position, path, code, title, linkable, search)
				values (:id, :municipality, :edition, :parent, :position, :path, :code, :title, :linkable, :search)
				on conflict (id) do update set edition = excluded.edition, parent = excluded.parent,
				  position = excluded.position, path = excluded.path, code = excluded.code, title = excluded.title,
				  linkable = excluded.linkable, search = excluded.search
				""")
			.bind("id", node.id())
			.bind("municipality", municipality)
			.bind("edition", edition)
			.bind("position", position)
			.bind("path", PlanSearch.path(node.path()))
			.bind("code", node.code())
			.bind("linkable", node.linkable())
			.bind("search", PlanSearch.word(node.title()));
		UUID parent = node.parent();
		String title = node.title();
		insert = (parent != null) ? insert.bind("parent", parent) : insert.bindNull("parent", UUID.class);
		insert = (title != null) ? insert.bind("title", title) : insert.bindNull("title", String.class);
		return insert.then();
	}

	private static PlanNodeView node(Readable row) {
		return new PlanNodeView(Objects.requireNonNull(row.get("id", UUID.class)), text(row, "dimension"),
				text(row, "plan_name"), Objects.requireNonNull(row.get("edition", UUID.class)),
				text(row, "edition_name"), row.get("parent", UUID.class), text(row, "path"), text(row, "code"),
				row.get("title", String.class), Boolean.TRUE.equals(row.get("linkable", Boolean.class)));
	}

	private static String text(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, String.class));
	}

}
