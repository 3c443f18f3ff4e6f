package dev.saidao.core.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The one style of all value types: a hidden implementation behind a public abstract class, of nothing but the JDK. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        // so that its methods are documented at the public builder that extends it
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        jdkOnly = true,
        allowedClasspathAnnotations = javax.annotation.processing.Generated.class)
public @interface DomainStyle {}
