package jp.meguri.catalog.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.catalog.plan.Plan;
import jp.meguri.database.Ids;
import jp.meguri.events.catalog.CatalogEvent.GlossaryTerm;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.goals.ImportEvent.OfferedEdition;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import org.jspecify.annotations.Nullable;

/**
 * What an offered plan becomes. Its dimension says which plan it is. An edition of the
 * same years, or of years around them under the same name, is the same edition: the next
 * year's result sheet is about it too. Which nodes succeed which in another edition is
 * never guessed.
 *
 * @param newPlan the plan to create, or null where there is one
 * @param present the edition that is there already, or null for a new one
 * @param edition the edition as it shall be
 * @param matches what of the offer was there already under another id
 */
record EditionTaking(@Nullable Plan newPlan, @Nullable Versioned<PlanEditionChanged> present,
		PlanEditionChanged edition, List<Match> matches) {

	static final String OVERLAPS = "import.edition-overlaps";

	static final String DIFFERS = "import.edition-differs";

	EditionTaking {
		matches = List.copyOf(matches);
	}

	static EditionTaking of(PlanOffered offer, List<Plan> plans, List<Versioned<PlanEditionChanged>> editions) {
		OfferedEditionRule.require(offer);
		Optional<Plan> plan = plans.stream()
			.filter((candidate) -> candidate.dimension().equals(offer.edition().dimension()))
			.findFirst();
		return editions.stream()
			.filter((edition) -> edition.id().equals(offer.edition().id()))
			.findFirst()
			.or(() -> plan.flatMap((known) -> same(offer.edition(), known, editions)))
			.map((present) -> extending(present, offer))
			.orElseGet(() -> creating(plan, offer));
	}

	boolean isNew() {
		return this.present == null;
	}

	boolean isChanged() {
		return this.present == null || !this.present.state().equals(this.edition);
	}

	private static Optional<Versioned<PlanEditionChanged>> same(OfferedEdition offered, Plan plan,
			List<Versioned<PlanEditionChanged>> editions) {
		List<Versioned<PlanEditionChanged>> overlapping = editions.stream()
			.filter((edition) -> edition.state().plan().equals(plan.id()))
			.filter((edition) -> edition.state().firstYear() <= offered.lastYear()
					&& offered.firstYear() <= edition.state().lastYear())
			.toList();
		if (overlapping.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(overlapping.stream()
			.filter((edition) -> isSame(edition.state(), offered))
			.findFirst()
			.orElseThrow(() -> new OfferRefusedException(OVERLAPS)));
	}

	private static boolean isSame(PlanEditionChanged present, OfferedEdition offered) {
		boolean sameYears = present.firstYear() == offered.firstYear() && present.lastYear() == offered.lastYear();
		boolean around = present.firstYear() <= offered.firstYear() && offered.lastYear() <= present.lastYear();
		return sameYears || (around && PrintedText.of(present.name()).equals(PrintedText.of(nameOf(offered))));
	}

	private static EditionTaking creating(Optional<Plan> plan, PlanOffered offer) {
		OfferedEdition offered = offer.edition();
		Plan owner = plan.orElseGet(() -> new Plan(Ids.next(), offered.dimension(), offered.planName()));
		NodeMerge nodes = new NodeMerge(List.of());
		nodes.add(offer.nodes());
		var edition = new PlanEditionChanged(offered.id(), owner.id(), owner.dimension(), owner.name(), nameOf(offered),
				offered.firstYear(), offered.lastYear(), nodes.nodes(), offered.levelNames(),
				glossary(List.of(), offer));
		return new EditionTaking(plan.isPresent() ? null : owner, null, edition, List.of());
	}

	private static EditionTaking extending(Versioned<PlanEditionChanged> present, PlanOffered offer) {
		PlanEditionChanged before = present.state();
		NodeMerge nodes = new NodeMerge(before.nodes());
		nodes.add(offer.nodes());
		if (!before.nodes().isEmpty() && !offer.nodes().isEmpty() && !nodes.hasPaired()) {
			throw new OfferRefusedException(DIFFERS);
		}
		var edition = new PlanEditionChanged(before.id(), before.plan(), before.dimension(), before.planName(),
				before.name(), before.firstYear(), before.lastYear(), nodes.nodes(),
				before.levelNames().isEmpty() ? offer.edition().levelNames() : before.levelNames(),
				glossary(before.glossary(), offer));
		return new EditionTaking(null, present, edition, matches(present, offer, nodes.taken()));
	}

	private static List<Match> matches(Versioned<PlanEditionChanged> present, PlanOffered offer,
			Map<UUID, UUID> nodes) {
		Match edition = new Match(offer.edition().id(), present.id());
		return Stream
			.concat(Stream.of(edition),
					offer.nodes().stream().map((node) -> new Match(node.id(), nodes.get(node.id()))))
			.filter((match) -> !match.offered().equals(match.present()))
			.toList();
	}

	// A term that is there keeps its definition.
	private static List<GlossaryTerm> glossary(List<GlossaryTerm> present, PlanOffered offer) {
		List<GlossaryTerm> all = new ArrayList<>(present);
		var known = present.stream().map((term) -> PrintedText.of(key(term))).collect(Collectors.toSet());
		offer.glossary()
			.stream()
			.map((term) -> new GlossaryTerm(term.term(), term.definition()))
			.filter((term) -> known.add(PrintedText.of(key(term))))
			.forEach(all::add);
		return all;
	}

	private static String key(GlossaryTerm term) {
		return term.term().isBlank() ? term.definition() : term.term();
	}

	private static String nameOf(OfferedEdition offered) {
		return offered.name().isBlank() ? offered.planName() : offered.name();
	}

}
