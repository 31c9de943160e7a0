package jp.meguri.goals.planlink;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.PlanLink.Choice;
import jp.meguri.reading.layout.Width;

/**
 * Ties links as a document prints them to nodes of the plans valid in its year: where
 * dimension, code and title agree, and with one node only. All others stay as printed.
 */
@Repository
public class LinkTying {

	private final DatabaseClient client;

	LinkTying(DatabaseClient client) {
		this.client = client;
	}

	/**
	 * What printed links can be tied to in that year. Inside the caller's transaction.
	 */
	public Mono<Ties> in(UUID municipality, int fiscalYear) {
		return this.client.sql("""
				select n.id, e.dimension, n.path, n.title
				from plan_node n join plan_edition e on e.id = n.edition and e.municipality = n.municipality
				where n.municipality = :municipality and n.linkable and :year between e.first_year and e.last_year
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map(LinkTying::node)
			.all()
			.collectList()
			.map(Ties::new);
	}

	private static Node node(Readable row) {
		return new Node(Objects.requireNonNull(row.get("id", UUID.class)), row.get("dimension", String.class),
				row.get("path", String.class), row.get("title", String.class));
	}

	private record Node(UUID id, @Nullable String dimension, @Nullable String path, @Nullable String title) {

		boolean agreesWith(PlanLink link) {
			return this.title != null && link.dimension().equals(this.dimension) && !link.code().isEmpty()
					&& PlanSearch.path(link.code()).equals(this.path)
					&& Width.key(this.title).equals(Width.key(link.title()));
		}

	}

	/** The nodes of one year. */
	public static final class Ties {

		private final List<Node> nodes;

		private Ties(List<Node> nodes) {
			this.nodes = nodes;
		}

		public List<PlanLink> tie(List<PlanLink> links) {
			return links.stream().map(this::tie).toList();
		}

		private PlanLink tie(PlanLink link) {
			if (link.choice() != Choice.AS_PRINTED) {
				return link;
			}
			List<Node> agreeing = this.nodes.stream().filter((node) -> node.agreesWith(link)).toList();
			return (agreeing.size() != 1) ? link : new PlanLink(link.id(), link.dimension(), Choice.NODE,
					agreeing.get(0).id(), link.code(), link.title());
		}

	}

}
