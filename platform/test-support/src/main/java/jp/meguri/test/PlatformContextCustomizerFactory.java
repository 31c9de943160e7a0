package jp.meguri.test;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/**
 * Finds the tests that use {@link PlatformExtension}, directly or through an annotation.
 */
final class PlatformContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
			if (usesPlatform(type)) {
				return new PlatformContextCustomizer();
			}
		}
		return null;
	}

	private static boolean usesPlatform(Class<?> type) {
		return AnnotatedElementUtils.findMergedRepeatableAnnotations(type, ExtendWith.class)
			.stream()
			.flatMap((extensions) -> Arrays.stream(extensions.value()))
			.anyMatch(PlatformExtension.class::equals);
	}

}
