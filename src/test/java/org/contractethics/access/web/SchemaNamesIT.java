package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** In the description of the API one name stands for one thing: of two classes of one name it would tell only one. */
@IntegrationTest
class SchemaNamesIT {

    private final RequestMappingHandlerMapping handlers;
    private final Map<String, Set<String>> classesByName = new TreeMap<>();
    private final Set<Class<?>> seen = new HashSet<>();

    @Autowired
    SchemaNamesIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    @Test
    void no_two_records_that_the_api_reads_or_answers_share_a_name() {
        handlers.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getPatternValues().stream().anyMatch(pattern -> pattern.startsWith("/api/"))) {
                follow(method);
            }
        });

        classesByName.values().removeIf(classes -> classes.size() == 1);
        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(classesByName).isEmpty();
    }

    private void follow(HandlerMethod method) {
        follow(method.getMethod().getGenericReturnType());
        Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType)
                .forEach(this::follow);
    }

    private void follow(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::follow);
        } else if (type instanceof WildcardType wild) {
            Arrays.stream(wild.getUpperBounds()).forEach(this::follow);
        } else if (type instanceof GenericArrayType array) {
            follow(array.getGenericComponentType());
        } else if (type instanceof Class<?> plain && plain.isRecord() && seen.add(plain)) {
            Schema schema = plain.getAnnotation(Schema.class);
            String name = schema == null || schema.name().isEmpty() ? plain.getSimpleName() : schema.name();
            classesByName.computeIfAbsent(name, none -> new TreeSet<>()).add(plain.getName());
            Arrays.stream(plain.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::follow);
        }
    }
}
