package jp.meguri.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who may act for which unit of which city, and which cycles and units there are. Answers
 * come from memory; whether they are still current is asked at most once a second per
 * city.
 */
public final class Directory {

	private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

	private final DirectoryRepository repository;

	private final BusinessClock clock;

	private final InstantSource system;

	private final Map<UUID, Remembered> cities = new ConcurrentHashMap<>();

	private final SharedQuestions<UUID, Remembered> aboutCities = new SharedQuestions<>();

	private final SharedQuestions<String, List<Municipality>> aboutMunicipalities = new SharedQuestions<>();

	private volatile Municipalities municipalities = new Municipalities(List.of(), Instant.MIN);

	Directory(DirectoryRepository repository, BusinessClock clock, InstantSource system) {
		this.repository = repository;
		this.clock = clock;
		this.system = system;
	}

	/** Everything known of one city, as of now; empty for an unknown one. */
	public Mono<CityDirectory> city(UUID municipality) {
		return remembered(municipality).map(Remembered::directory);
	}

	/**
	 * Who this is and what the person may do today; empty for somebody unknown. The
	 * issuer alone decides the city.
	 */
	public Mono<Actor> actorOf(String issuer, String subject) {
		return municipality((candidate) -> candidate.issuers().contains(issuer)).flatMap((found) -> city(found.id()))
			.flatMap((city) -> Mono.justOrEmpty(city.actor(issuer, subject, this.clock.today())));
	}

	public Mono<Municipality> municipality(UUID id) {
		return municipality((candidate) -> candidate.id().equals(id));
	}

	public Mono<Municipality> municipalityBySlug(String slug) {
		return municipality((candidate) -> candidate.slug().equals(slug));
	}

	/** Every city and tenant. */
	public Mono<List<Municipality>> municipalities() {
		return currentMunicipalities();
	}

	public Mono<Unit> unit(UUID municipality, UUID unit) {
		return city(municipality).flatMap((city) -> Mono.justOrEmpty(city.unit(unit)));
	}

	public Mono<Unit> unitByCode(UUID municipality, String code) {
		return city(municipality).flatMap((city) -> Mono.justOrEmpty(city.unitByCode(code)));
	}

	/**
	 * The units of a fiscal year: departments in printed order, each before its sections.
	 */
	public Mono<List<Unit>> units(UUID municipality, int fiscalYear) {
		return city(municipality).map((city) -> city.units(fiscalYear)).defaultIfEmpty(List.of());
	}

	public Mono<Person> person(UUID municipality, UUID person) {
		return city(municipality).flatMap((city) -> Mono.justOrEmpty(city.person(person)));
	}

	/** Who holds that role at that very unit on that day. */
	public Mono<List<Person>> personsHolding(UUID municipality, UUID unit, RoleCode role, LocalDate day) {
		return city(municipality).map((city) -> city.personsHolding(unit, role, day)).defaultIfEmpty(List.of());
	}

	public Mono<CycleView> cycle(UUID municipality, int fiscalYear) {
		return city(municipality).flatMap((city) -> Mono.justOrEmpty(city.cycle(fiscalYear)));
	}

	/** All cycles of the city, the latest year first. */
	public Mono<List<CycleView>> cycles(UUID municipality) {
		return city(municipality).map(CityDirectory::cycles).defaultIfEmpty(List.of());
	}

	/**
	 * Whether the catalog was heard within the last ten minutes. Writing on an older copy
	 * is refused: somebody's assignment may have ended meanwhile.
	 */
	public Mono<Boolean> isFresh(UUID municipality) {
		return remembered(municipality).map((city) -> city.state().isFresh(this.system.instant()))
			.defaultIfEmpty(Boolean.FALSE);
	}

	/**
	 * Whether the copy has once caught up with the catalog. Before that, somebody who is
	 * missing in it may only not have arrived yet.
	 */
	public Mono<Boolean> isComplete(UUID municipality) {
		return remembered(municipality).map((city) -> city.state().heardAt() != null).defaultIfEmpty(Boolean.FALSE);
	}

	private Mono<Remembered> remembered(UUID municipality) {
		return Mono.defer(() -> {
			Remembered known = this.cities.get(municipality);
			return (known != null && isTrusted(known.askedAt())) ? Mono.just(known) : ask(municipality);
		});
	}

	private Mono<Remembered> ask(UUID municipality) {
		return this.aboutCities.ask(municipality, municipality(municipality).flatMap(this::ask));
	}

	private Mono<Remembered> ask(Municipality municipality) {
		Instant now = this.system.instant();
		return this.repository.state(municipality.id())
			.flatMap((state) -> directory(municipality, state).map((city) -> new Remembered(city, state, now)))
			.doOnNext((city) -> this.cities.put(municipality.id(), city));
	}

	private Mono<CityDirectory> directory(Municipality municipality, CityState state) {
		Remembered known = this.cities.get(municipality.id());
		boolean unchanged = known != null && known.state().revision() == state.revision()
				&& known.directory().municipality().equals(municipality);
		return (known != null && unchanged) ? Mono.just(known.directory()) : this.repository.load(municipality);
	}

	private Mono<Municipality> municipality(Predicate<Municipality> wanted) {
		return currentMunicipalities().flatMapMany(Flux::fromIterable).filter(wanted).next();
	}

	private Mono<List<Municipality>> currentMunicipalities() {
		return Mono.defer(() -> {
			Municipalities known = this.municipalities;
			return isTrusted(known.askedAt()) ? Mono.just(known.all()) : askForMunicipalities();
		});
	}

	private Mono<List<Municipality>> askForMunicipalities() {
		Instant now = this.system.instant();
		return this.aboutMunicipalities.ask("all",
				this.repository.municipalities().doOnNext((all) -> this.municipalities = new Municipalities(all, now)));
	}

	private boolean isTrusted(Instant askedAt) {
		return askedAt.isAfter(this.system.instant().minus(TRUSTED_FOR));
	}

	private record Remembered(CityDirectory directory, CityState state, Instant askedAt) {
	}

	private record Municipalities(List<Municipality> all, Instant askedAt) {
	}

}
