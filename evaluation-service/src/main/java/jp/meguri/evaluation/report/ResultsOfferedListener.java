package jp.meguri.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Directory;
import jp.meguri.evaluation.goal.CycleCopies;
import jp.meguri.evaluation.goal.CycleCopies.Rounds;
import jp.meguri.evaluation.report.OfferedResults.Offer;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.goals.ImportEvent;
import jp.meguri.events.goals.ImportEvent.OfferedResult;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import jp.meguri.outbox.EventHandler;
import jp.meguri.outbox.Outbox;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the results a registered document offers (過年度登録) and answers. A report that is
 * open and untouched is filled; where the goal is not confirmed yet, the result waits for
 * it. Where somebody has written already, the whole part is refused.
 */
@Component
class ResultsOfferedListener implements EventHandler<ImportEvent> {

	static final String ALREADY_WRITTEN = "import.report-already-written";

	static final String NO_RIGHT = "import.no-right";

	private static final Set<RoleCode> WRITERS = EnumSet.of(RoleCode.STAFF, RoleCode.HEAD, RoleCode.COORDINATOR);

	private final OfferedResults offered;

	private final ReportRepository reports;

	private final CycleCopies cycles;

	private final ReportAnnouncements announcements;

	private final Outbox outbox;

	private final Directory directory;

	private final BusinessClock clock;

	ResultsOfferedListener(OfferedResults offered, ReportRepository reports, CycleCopies cycles,
			ReportAnnouncements announcements, Outbox outbox, Directory directory, BusinessClock clock) {
		this.offered = offered;
		this.reports = reports;
		this.cycles = cycles;
		this.announcements = announcements;
		this.outbox = outbox;
		this.directory = directory;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "offered-results";
	}

	@Override
	public String topic() {
		return Topics.GOALS;
	}

	@Override
	public Class<ImportEvent> family() {
		return ImportEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ImportEvent> event) {
		return (event.data() instanceof ResultsOffered offer) ? take(event, offer) : Mono.empty();
	}

	private Mono<Void> take(EventEnvelope<ImportEvent> event, ResultsOffered offer) {
		return this.cycles.lock(event.municipality(), offer.fiscalYear())
			.then(round(event.municipality(), offer.fiscalYear()))
			.flatMap((round) -> openReports(event.municipality(), offer, round))
			.flatMap((open) -> refusal(event, offer, open)
				.flatMap((refusal) -> answer(event, offer, open, refusal.orElse(null))));
	}

	private Mono<Optional<String>> refusal(EventEnvelope<ImportEvent> event, ResultsOffered offer, List<Report> open) {
		Optional<String> written = open.stream().allMatch(Report::isUntouched) ? Optional.empty()
				: Optional.of(ALREADY_WRITTEN);
		return this.directory.city(event.municipality())
			.map((city) -> mayOffer(city, event.actor(), offer) ? written : Optional.of(NO_RIGHT))
			.defaultIfEmpty(written);
	}

	// goals-service has judged the person already. Somebody this copy does not know (yet)
	// is believed: nothing is ordered across topics.
	private boolean mayOffer(CityDirectory city, EventActor actor, ResultsOffered offer) {
		Set<UUID> units = new HashSet<>(Set.of(offer.ownerUnit()));
		city.parentOf(offer.ownerUnit(), offer.fiscalYear()).ifPresent(units::add);
		return Optional.ofNullable(actor.person())
			.flatMap(city::person)
			.map((person) -> person.assignmentsOn(this.clock.today()))
			.map((roles) -> roles.stream()
				.anyMatch((role) -> role.role() == RoleCode.PLANNING
						|| (WRITERS.contains(role.role()) && units.contains(role.unit()))))
			.orElse(Boolean.TRUE);
	}

	private Mono<Void> answer(EventEnvelope<ImportEvent> event, ResultsOffered offer, List<Report> open,
			@Nullable String refusal) {
		Mono<Void> applied = (refusal == null) ? apply(event, offer, open) : Mono.empty();
		return this.offered.answer(event.municipality(), offer.importId(), offer.part(), refusal)
			.filter(Boolean::booleanValue)
			.flatMap((first) -> applied.then(announceAnswer(event, offer, refusal)));
	}

	private Mono<Void> apply(EventEnvelope<ImportEvent> event, ResultsOffered offer, List<Report> open) {
		return Flux.fromIterable(offer.results()).concatMap((result) -> apply(event, offer, result, open)).then();
	}

	private Mono<Void> apply(EventEnvelope<ImportEvent> event, ResultsOffered offer, OfferedResult result,
			Collection<Report> open) {
		Optional<Report> report = open.stream().filter((one) -> one.goal().equals(result.goal())).findFirst();
		if (report.isEmpty()) {
			return this.offered.keep(event.municipality(), result.goal(), offer.importId(), offer.part(),
					new Offer(result.content(), event.actor()), this.clock.now());
		}
		return this.reports.save(report.get().filled(result.content(), event.actor()), this.clock.now())
			.flatMap((filled) -> this.announcements.announce(filled, ReportEvent.Edited::new, event.actor(),
					event.correlation()));
	}

	private Mono<Round> round(UUID municipality, int fiscalYear) {
		return this.cycles.rounds(municipality, fiscalYear).map(Rounds::ofTheYear).defaultIfEmpty(Round.YEAR_END);
	}

	private Mono<List<Report>> openReports(UUID municipality, ResultsOffered offer, Round round) {
		return Flux.fromIterable(offer.results())
			.concatMap((result) -> this.reports.lockedOf(municipality, result.goal(), round))
			.collectList();
	}

	private Mono<Void> announceAnswer(EventEnvelope<ImportEvent> event, ResultsOffered offer,
			@Nullable String refusal) {
		ImportAnswer answer = (refusal == null) ? new ImportAnswer.PartApplied(offer.importId(), offer.part())
				: new ImportAnswer.PartRefused(offer.importId(), offer.part(), refusal);
		return this.outbox.append(EventEnvelope.of(event.municipality(), "import-part", idOf(offer), 1, offer.sheet(),
				this.clock.now(), event.mode(), EventActor.SYSTEM, event.correlation(), answer), Topics.EVALUATIONS);
	}

	/** Each part of an import is answered once: an aggregate of its own, at version 1. */
	private static UUID idOf(ResultsOffered offer) {
		return UUID
			.nameUUIDFromBytes("%s/%d".formatted(offer.importId(), offer.part()).getBytes(StandardCharsets.UTF_8));
	}

}
