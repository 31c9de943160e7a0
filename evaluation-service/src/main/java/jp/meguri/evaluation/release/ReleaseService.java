package jp.meguri.evaluation.release;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.evaluation.release.ReleaseMaterial.Sheet;
import jp.meguri.evaluation.release.ReleaseRequest.ReleaseOrder;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Publishing: one method = one use case = one transaction.
 */
@Service
class ReleaseService {

	private final ReleaseRepository releases;

	private final ReleaseMaterial material;

	private final ReleasePublication publication;

	private final Directory directory;

	private final Idempotency idempotency;

	private final CityTransaction transaction;

	private final AuditTrail audit;

	private final BusinessClock clock;

	ReleaseService(ReleaseRepository releases, ReleaseMaterial material, ReleasePublication publication,
			Directory directory, Idempotency idempotency, CityTransaction transaction, AuditTrail audit,
			BusinessClock clock) {
		this.releases = releases;
		this.material = material;
		this.publication = publication;
		this.directory = directory;
		this.idempotency = idempotency;
		this.transaction = transaction;
		this.audit = audit;
		this.clock = clock;
	}

	Mono<List<Release>> ofYear(Actor actor, int fiscalYear) {
		return in(actor, this.releases.ofYear(actor.municipality(), fiscalYear, actor.is(RoleCode.PLANNING)));
	}

	Mono<Release> get(Actor actor, UUID id) {
		return in(actor, this.releases.find(actor.municipality(), id, actor.is(RoleCode.PLANNING)))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	/** 公表前チェック. */
	Mono<Checked> check(Actor actor, int fiscalYear, UUID unit, ReleaseEvent.@Nullable Kind kind) {
		return unit(actor, fiscalYear, unit)
			.flatMap((owner) -> in(actor, this.material.sheet(actor.municipality(), fiscalYear, unit))
				.map((sheet) -> Checked.of(owner, sheet, kind)));
	}

	/** The same of a plan's sheet; 404 where there is none. */
	Mono<Checked> checkPlan(Actor actor, int fiscalYear, UUID edition, ReleaseEvent.@Nullable Kind kind) {
		return in(actor,
				plan(actor, fiscalYear, edition)
					.flatMap((owner) -> this.material.planSheet(actor.municipality(), fiscalYear, edition)
						.map((sheet) -> Checked.of(owner, sheet, kind))));
	}

	/** 公表する / 公表を予約する / 訂正版を出す. */
	Mono<Created> release(Actor actor, ReleaseRequest request, IdempotencyKey key) {
		ReleaseOrder order = request.order(this.clock.today(), this.clock.now());
		Mono<ReleaseOwner> owner = order.ofPlan() ? in(actor, plan(actor, order.fiscalYear(), order.owner()))
				: unit(actor, order.fiscalYear(), order.owner());
		return owner
			.flatMap((found) -> this.idempotency.once(actor, "releases", key, request, decide(actor, order, found)));
	}

	/** 公表を取り消す. */
	Mono<Release> withdraw(Actor actor, UUID id, String reason) {
		Mono<Release> withdrawn = this.releases.locked(actor.municipality(), id)
			.switchIfEmpty(Mono.error(Problems::notFound))
			.filter((release) -> release.state() != ReleaseState.WITHDRAWN)
			.switchIfEmpty(Mono.error(() -> Problems.wrongState(ReleaseState.WITHDRAWN)))
			.flatMap((release) -> Correlation
				.with((correlation) -> this.publication.withdraw(release, reason, actor.toEventActor(), correlation)))
			.delayUntil((release) -> record(actor, "release.withdraw", release, Map.of("reason", reason)));
		return in(actor, withdrawn);
	}

	private Mono<Created> decide(Actor actor, ReleaseOrder order, ReleaseOwner owner) {
		Mono<Sheet> current = order.ofPlan()
				? this.material.planSheet(actor.municipality(), order.fiscalYear(), order.owner())
				: this.material.sheet(actor.municipality(), order.fiscalYear(), order.owner());
		return this.releases.lock(actor.municipality(), order.fiscalYear(), order.owner())
			.then(current)
			.doOnNext((sheet) -> refuseUnlessExact(sheet.check(order.kind()).of(owner), order))
			.flatMap((sheet) -> draft(actor, order, owner, sheet))
			.flatMap((draft) -> store(actor, draft))
			.map((release) -> new Created(release.id(), "/api/evaluations/releases/" + release.id(),
					release.version()));
	}

	private static void refuseUnlessExact(ReleaseCheck check, ReleaseOrder order) {
		if (!check.isExactly(order.items())) {
			throw new MeguriProblem(409, "release-differs").with("items", check.items());
		}
		if (!check.isReady()) {
			throw new MeguriProblem(409, "release-not-ready").with("problems",
					check.findings()
						.stream()
						.filter(ReleaseCheck.Finding::blocking)
						.map(ReleaseCheck.Finding::key)
						.toList());
		}
	}

	private Mono<Draft> draft(Actor actor, ReleaseOrder order, ReleaseOwner owner, Sheet sheet) {
		return this.releases.ofSheet(actor.municipality(), order.fiscalYear(), order.owner())
			.doOnNext(ReleaseService::refuseWhileScheduled)
			.flatMap((earlier) -> this.material.composer(actor.municipality(), order.fiscalYear(), sheet, order.kind())
				.map((composer) -> compose(actor, order, owner, sheet, earlier.size() + 1, composer)));
	}

	private static void refuseWhileScheduled(List<Release> earlier) {
		if (earlier.stream().anyMatch((release) -> release.state() == ReleaseState.SCHEDULED)) {
			throw new MeguriProblem(409, "release-scheduled");
		}
	}

	private Draft compose(Actor actor, ReleaseOrder order, ReleaseOwner owner, Sheet sheet, int edition,
			ReleaseComposer composer) {
		boolean last = order.kind() == ReleaseEvent.Kind.FINAL;
		ReleaseDocument document = new ReleaseDocument(ReleaseDocument.SCHEMA_VERSION,
				new ReleaseDocument.City(actor.city().slug(), actor.city().name()), order.fiscalYear(),
				new ReleaseDocument.Unit(owner.code(), owner.name(), owner.position(), owner.holderName()),
				order.kind(), last ? sheet.round() : null, edition, order.decisionDate(), order.documentNumber(),
				order.publishAt(), composer.missionAndPolicies(), composer.goals(GoalKind.ANNUAL_GOAL),
				composer.goals(GoalKind.MID_TERM_GOAL), owner.plan());
		CanonicalDocument canonical = CanonicalDocument.of(document);
		boolean now = !order.publishAt().isAfter(this.clock.now());
		Release release = new Release(Ids.next(), actor.municipality(), sheet.id(), owner.id(), order.fiscalYear(),
				order.kind(), edition, now ? ReleaseState.PUBLISHED : ReleaseState.SCHEDULED, 1, sheet.mode(),
				canonical.sha256(), order.decisionDate(), order.documentNumber(), order.publishAt(), "",
				actor.city().slug(), owner.code(), owner.name(), order.items(), owner.ofPlan());
		return new Draft(release, canonical, document.city(), owner.ordinal());
	}

	private Mono<Release> store(Actor actor, Draft draft) {
		Release release = draft.release();
		boolean now = release.state() == ReleaseState.PUBLISHED;
		Mono<Void> before = now
				? this.releases.supersede(release.municipality(), release.fiscalYear(), release.ownerUnit())
				: Mono.empty();
		return before
			.then(this.releases.insert(release, draft.document().json(), draft.city(), draft.unitOrdinal(),
					actor.toEventActor()))
			.then(Correlation
				.<Void>with((correlation) -> now ? this.publication.opened(release, actor.toEventActor(), correlation)
						: this.publication.announce(release, ReleaseEvent.Scheduled::new, actor.toEventActor(),
								correlation)))
			.then(record(actor, now ? "release.publish" : "release.schedule", release,
					Map.of("decisionDate", release.decisionDate().toString(), "documentNumber",
							release.documentNumber(), "sha256", release.sha256())))
			.thenReturn(release);
	}

	private Mono<Void> record(Actor actor, String action, Release release, Map<String, String> facts) {
		return Correlation
			.with((correlation) -> this.audit.append(new AuditEntry(actor.municipality(), actor.person(), actor.name(),
					action, "release", release.id(), release.version(), this.clock.now(), correlation, facts)));
	}

	private Mono<ReleaseOwner> unit(Actor actor, int fiscalYear, UUID unit) {
		return this.directory.unit(actor.municipality(), unit)
			.flatMap((found) -> Mono.justOrEmpty(ReleaseOwner.of(found, fiscalYear)))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	/** Inside the city's transaction; foreign and absent look alike. */
	private Mono<ReleaseOwner> plan(Actor actor, int fiscalYear, UUID edition) {
		return this.material.planSheet(actor.municipality(), fiscalYear, edition)
			.filter((sheet) -> !sheet.goals().isEmpty())
			.switchIfEmpty(Mono.error(Problems::notFound))
			.flatMap((sheet) -> this.material.plan(actor.municipality(), edition));
	}

	private <T> Mono<T> in(Actor actor, Mono<T> work) {
		return this.transaction.in(actor.municipality(), work);
	}

	private record Draft(Release release, CanonicalDocument document, ReleaseDocument.City city, int unitOrdinal) {
	}

	/** What a release would show, and whose it would be. */
	record Checked(ReleaseOwner owner, ReleaseCheck check) {

		static Checked of(ReleaseOwner owner, Sheet sheet, ReleaseEvent.@Nullable Kind kind) {
			return new Checked(owner, sheet.check((kind != null) ? kind : sheet.likelyKind()).of(owner));
		}

	}

}
