package jp.meguri.catalog.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.events.goals.ImportEvent.OfferedNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tree of a document into that of an edition. A node that stands at the same
 * place with the same code and title is the same; among siblings that are printed alike
 * the first is paired with the first. Everything else is added behind its siblings, under
 * the id the document's import has given it.
 */
final class NodeMerge {

	private static final UUID TOP = new UUID(0, 0);

	private final Map<UUID, PlanNode> present = new HashMap<>();

	private final Map<UUID, List<PlanNode>> children = new HashMap<>();

	private final Map<UUID, UUID> taken = new HashMap<>();

	private final Set<UUID> paired = new HashSet<>();

	NodeMerge(List<PlanNode> present) {
		for (PlanNode node : present) {
			this.present.put(node.id(), node);
			below(node.parent()).add(node);
		}
	}

	/** Takes over a document's nodes, parents first. */
	void add(List<OfferedNode> offered) {
		offered.forEach(this::add);
	}

	/** Offered ids that stand for another node, by offered id. */
	Map<UUID, UUID> taken() {
		return Map.copyOf(this.taken);
	}

	boolean hasPaired() {
		return !this.paired.isEmpty();
	}

	/** The whole tree in printed order, parents before children. */
	List<PlanNode> nodes() {
		List<PlanNode> nodes = new ArrayList<>();
		collect(TOP, nodes);
		return nodes;
	}

	private void add(OfferedNode node) {
		UUID parent = (node.parent() != null) ? this.taken.get(node.parent()) : null;
		Optional<PlanNode> same = same(node, parent);
		UUID id = same.map(PlanNode::id).orElse(node.id());
		this.taken.put(node.id(), id);
		if (same.isPresent()) {
			this.paired.add(id);
			replace(same.get(), completed(same.get(), node));
		}
		else {
			List<PlanNode> siblings = below(parent);
			siblings.add(new PlanNode(id, parent, siblings.size() + 1, node.path(), node.code(),
					node.title().isBlank() ? null : node.title(), node.linkable(), node.level(), node.note()));
		}
	}

	private Optional<PlanNode> same(OfferedNode node, @Nullable UUID parent) {
		PlanNode byId = this.present.get(node.id());
		if (byId != null) {
			return Optional.of(byId);
		}
		return below(parent).stream()
			.filter((sibling) -> this.present.containsKey(sibling.id()) && !this.paired.contains(sibling.id()))
			.filter((sibling) -> isPrintedAlike(sibling, node))
			.findFirst();
	}

	// A title may be unknown, and a row may lack the number others have; both never.
	private static boolean isPrintedAlike(PlanNode present, OfferedNode node) {
		PrintedText title = PrintedText.of((present.title() != null) ? present.title() : "");
		PrintedText offered = PrintedText.of(node.title());
		boolean sameTitle = !title.isEmpty() && title.equals(offered);
		boolean sameCode = hasCode(present.code()) && hasCode(node.code()) && isSameCode(present, node);
		boolean titleUnknown = title.isEmpty() || offered.isEmpty();
		boolean codeMissing = !hasCode(present.code()) || !hasCode(node.code());
		return (sameTitle && (sameCode || codeMissing)) || (sameCode && titleUnknown);
	}

	private static boolean isSameCode(PlanNode present, OfferedNode node) {
		return (!present.path().isEmpty() && !node.path().isEmpty()) ? present.path().equals(node.path())
				: PrintedText.of(present.code()).equals(PrintedText.of(node.code()));
	}

	private static boolean hasCode(String code) {
		return !PrintedText.of(code).isEmpty();
	}

	// What was unknown and is known now; nothing that stands there is changed.
	private static PlanNode completed(PlanNode present, OfferedNode node) {
		boolean unknown = present.title() == null && !node.title().isBlank();
		return new PlanNode(present.id(), present.parent(), present.ordinal(), present.path(), present.code(),
				unknown ? node.title() : present.title(), present.linkable() || node.linkable(), present.level(),
				present.note().isEmpty() ? node.note() : present.note());
	}

	private void replace(PlanNode before, PlanNode after) {
		this.present.put(after.id(), after);
		below(before.parent()).replaceAll((sibling) -> sibling.id().equals(after.id()) ? after : sibling);
	}

	private List<PlanNode> below(@Nullable UUID parent) {
		return this.children.computeIfAbsent((parent != null) ? parent : TOP, (id) -> new ArrayList<>());
	}

	private void collect(UUID parent, List<PlanNode> nodes) {
		for (PlanNode node : this.children.getOrDefault(parent, List.of())) {
			nodes.add(node);
			collect(node.id(), nodes);
		}
	}

}
