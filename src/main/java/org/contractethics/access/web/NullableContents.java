package org.contractethics.access.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Takes a null in a list, or beside a key, where the record that takes the body declares it nullable. */
final class NullableContents extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter && takesNulls(parameter)
                ? JsonSetter.Value.forContentNulls(Nulls.SET)
                : JsonSetter.Value.empty();
    }

    private static boolean takesNulls(AnnotatedParameter parameter) {
        RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
        if (components == null || parameter.getIndex() >= components.length) {
            return false;
        }
        AnnotatedType type = components[parameter.getIndex()].getAnnotatedType();
        return type instanceof AnnotatedParameterizedType generic
                && contentsOf(generic).isAnnotationPresent(Nullable.class);
    }

    /** What stands in a list, and beside the keys of a map. */
    private static AnnotatedType contentsOf(AnnotatedParameterizedType type) {
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        return arguments[arguments.length - 1];
    }
}
