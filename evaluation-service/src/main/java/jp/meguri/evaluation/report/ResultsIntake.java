package jp.meguri.evaluation.report;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Directory;
import jp.meguri.evaluation.goal.CycleCopies;
import jp.meguri.evaluation.goal.CycleCopies.Rounds;
import jp.meguri.evaluation.report.OfferedResults.Offer;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.evaluation.grading.GradingSchemes;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.goals.ImportEvent.OfferedResult;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import jp.meguri.outbox.Outbox;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes offered results and answers. A report that is open and untouched is filled; where
 * the goal is not confirmed yet, the result waits for it. Where somebody has written
 * already, the whole part is refused, as it is where a grade is none of its scheme. A
 * scheme the catalog has not announced yet may still come: the part waits for it.
 */
@Service
class ResultsIntake {

	static final String ALREADY_WRITTEN = "import.report-already-written";

	static final String NO_RIGHT = "import.no-right";

	static final String GRADE_UNKNOWN = "import.grade-unknown";

	static final String PLAN_REFUSED = "import.plan-refused";

	private static final Set<RoleCode> WRITERS = EnumSet.of(RoleCode.STAFF, RoleCode.HEAD, RoleCode.COORDINATOR);

	private final OfferedResults offered;

	private final PlanParts plans;

	private final GradingSchemes schemes;

	private final ReportRepository reports;

	private final CycleCopies cycles;

	private final ReportAnnouncements announcements;

	private final Outbox outbox;

	private final Directory directory;

	private final BusinessClock clock;

	ResultsIntake(OfferedResults offered, PlanParts plans, GradingSchemes schemes, ReportRepository reports,
			CycleCopies cycles, ReportAnnouncements announcements, Outbox outbox, Directory directory,
			BusinessClock clock) {
		this.offered = offered;
		this.plans = plans;
		this.schemes = schemes;
		this.reports = reports;
		this.cycles = cycles;
		this.announcements = announcements;
		this.outbox = outbox;
		this.directory = directory;
		this.clock = clock;
	}

	/** Under the lock of {@link PlanParts}. */
	Mono<Void> take(OfferedPart part) {
		UUID municipality = part.municipality();
		return this.plans.matches(municipality, part.schemes())
			.map(part::in)
			.flatMap((known) -> this.schemes.all(municipality).flatMap((schemes) -> take(known, schemes)));
	}

	/** Whatever waited, once more; also under the lock. */
	Mono<Void> takeWaiting(UUID municipality) {
		return this.plans.waiting(municipality).flatMapMany(Flux::fromIterable).concatMap(this::take).then();
	}

	private Mono<Void> take(OfferedPart part, List<GradingScheme> schemes) {
		Map<UUID, GradingScheme> byId = schemes.stream()
			.collect(Collectors.toMap(GradingScheme::id, Function.identity()));
		if (byId.keySet().containsAll(part.schemes())) {
			boolean known = part.grades().allMatch((grade) -> byId.get(grade.scheme()).grade(grade.code()).isPresent());
			return decide(part, known ? null : GRADE_UNKNOWN);
		}
		return this.plans.isRefused(part.municipality(), part.schemes())
			.flatMap((refused) -> refused ? decide(part, PLAN_REFUSED) : this.plans.keepWaiting(part));
	}

	private Mono<Void> decide(OfferedPart part, @Nullable String hindrance) {
		UUID municipality = part.municipality();
		ResultsOffered offer = part.offer();
		return this.cycles.lock(municipality, offer.fiscalYear())
			.then(round(municipality, offer.fiscalYear()))
			.flatMap((round) -> openReports(municipality, offer, round))
			.flatMap((open) -> refusal(part, open, hindrance)
				.flatMap((refusal) -> answer(part, open, refusal.orElse(null))))
			.then(this.plans.dropWaiting(municipality, offer));
	}

	private Mono<Optional<String>> refusal(OfferedPart part, List<Report> open, @Nullable String hindrance) {
		Optional<String> written = open.stream().allMatch(Report::isUntouched) ? Optional.empty()
				: Optional.of(ALREADY_WRITTEN);
		Optional<String> other = Optional.ofNullable(hindrance).or(() -> written);
		return this.directory.city(part.municipality())
			.map((city) -> mayOffer(city, part.from(), part.offer()) ? other : Optional.of(NO_RIGHT))
			.defaultIfEmpty(other);
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
						|| (offer.edition() == null && WRITERS.contains(role.role()) && units.contains(role.unit()))))
			.orElse(Boolean.TRUE);
	}

	private Mono<Void> answer(OfferedPart part, List<Report> open, @Nullable String refusal) {
		ResultsOffered offer = part.offer();
		Mono<Void> applied = (refusal == null) ? apply(part, open) : Mono.empty();
		return this.offered.answer(part.municipality(), offer.importId(), offer.part(), refusal)
			.filter(Boolean::booleanValue)
			.flatMap((first) -> applied.then(announceAnswer(part, refusal)));
	}

	private Mono<Void> apply(OfferedPart part, List<Report> open) {
		return Flux.fromIterable(part.offer().results()).concatMap((result) -> apply(part, result, open)).then();
	}

	private Mono<Void> apply(OfferedPart part, OfferedResult result, Collection<Report> open) {
		ResultsOffered offer = part.offer();
		Optional<Report> report = open.stream().filter((one) -> one.goal().equals(result.goal())).findFirst();
		if (report.isEmpty()) {
			return this.offered.keep(part.municipality(), result.goal(), offer.importId(), offer.part(),
					new Offer(result.content(), part.from()), this.clock.now());
		}
		return this.reports.save(report.get().filled(result.content(), part.from()), this.clock.now())
			.flatMap((filled) -> this.announcements.announce(filled, ReportEvent.Edited::new, part.from(),
					part.correlation()));
	}

	private Mono<Round> round(UUID municipality, int fiscalYear) {
		return this.cycles.rounds(municipality, fiscalYear).map(Rounds::ofTheYear).defaultIfEmpty(Round.YEAR_END);
	}

	private Mono<List<Report>> openReports(UUID municipality, ResultsOffered offer, Round round) {
		return Flux.fromIterable(offer.results())
			.concatMap((result) -> this.reports.lockedOf(municipality, result.goal(), round))
			.collectList();
	}

	private Mono<Void> announceAnswer(OfferedPart part, @Nullable String refusal) {
		ResultsOffered offer = part.offer();
		ImportAnswer answer = (refusal == null) ? new ImportAnswer.PartApplied(offer.importId(), offer.part())
				: new ImportAnswer.PartRefused(offer.importId(), offer.part(), refusal);
		return this.outbox.append(EventEnvelope.of(part.municipality(), "import-part",
				ImportAnswer.aggregateOf(offer.importId(), offer.part()), 1, offer.sheet(), this.clock.now(),
				part.mode(), EventActor.SYSTEM, part.correlation(), answer), Topics.EVALUATIONS);
	}

}
