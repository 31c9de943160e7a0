package jp.meguri.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How the code of a service may be built. In a test:
 * {@code ServiceRules.of("jp.meguri.goals").domainTypes("Goal", "GoalSheet").check();}
 */
public final class ServiceRules {

	private final JavaClasses classes;

	private final Set<String> blocking = new HashSet<>();

	private final Set<String> domainTypes = new HashSet<>();

	ServiceRules(JavaClasses classes) {
		this.classes = classes;
	}

	public static ServiceRules of(String packageName) {
		return new ServiceRules(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(packageName));
	}

	/** Simple names of classes that own their thread and may wait on it. */
	public ServiceRules mayBlock(String... simpleNames) {
		this.blocking.addAll(Arrays.asList(simpleNames));
		return this;
	}

	/** Simple names of classes that are plain Java: no Spring, no Reactor. */
	public ServiceRules domainTypes(String... simpleNames) {
		this.domainTypes.addAll(Arrays.asList(simpleNames));
		return this;
	}

	public void check() {
		requireThatTheyExist();
		noFluxFromControllers();
		noBlocking();
		plainDomain();
		noReactorKafka();
	}

	// A client that hangs up on a live database Flux costs the pool a connection for
	// good.
	private void noFluxFromControllers() {
		methods().that()
			.areDeclaredInClassesThat()
			.areMetaAnnotatedWith("org.springframework.stereotype.Controller")
			.should()
			.notHaveRawReturnType(Flux.class)
			.because("a page is collected before it is written")
			.allowEmptyShould(true)
			.check(this.classes);
	}

	private void noBlocking() {
		DescribedPredicate<JavaCall<?>> blockingCall = JavaCall.Predicates
			.target(owner(assignableTo(Mono.class).or(assignableTo(Flux.class))))
			.and(JavaCall.Predicates.target(nameMatching("block(Optional|First|Last)?|toIterable|toStream")));
		noClasses().that(not(this.blocking))
			.should()
			.callMethodWhere(blockingCall.forSubtype())
			.because("event loops must not wait")
			.allowEmptyShould(true)
			.check(this.classes);
	}

	private void plainDomain() {
		noClasses().that(among(this.domainTypes))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..")
			.because("the domain is plain Java")
			.allowEmptyShould(true)
			.check(this.classes);
	}

	private void noReactorKafka() {
		noClasses().should().dependOnClassesThat().resideInAPackage("reactor.kafka..").check(this.classes);
	}

	// A rule about a class that was renamed would hold for ever.
	private void requireThatTheyExist() {
		for (Set<String> names : List.of(this.blocking, this.domainTypes)) {
			for (String name : names) {
				if (this.classes.stream().noneMatch(simpleName(name))) {
					throw new AssertionError("There is no class " + name);
				}
			}
		}
	}

	private static DescribedPredicate<JavaClass> not(Set<String> names) {
		return DescribedPredicate.not(among(names));
	}

	private static DescribedPredicate<JavaClass> among(Set<String> names) {
		return DescribedPredicate.describe("are among " + names, (type) -> isAmong(names, type));
	}

	// Also what is nested in it, lambdas and anonymous classes included.
	private static boolean isAmong(Set<String> names, JavaClass type) {
		return names.contains(type.getSimpleName())
				|| type.getEnclosingClass().filter((around) -> isAmong(names, around)).isPresent();
	}

}
