package org.migrationimpact;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every type that a caller of a compiled public class can come to see, written out with its generics. */
final class PublicSignatures {
    private PublicSignatures() {}

    static List<String> in(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .sorted()
                    .map(file ->
                            load(file.replace(".class", "").replace('/', '.').replace('\\', '.')))
                    .filter(PublicSignatures::isReachable)
                    .flatMap(type -> of(type).stream())
                    .toList();
        }
    }

    private static List<String> of(Class<?> type) {
        List<String> signatures = new ArrayList<>();
        signatures.add(type.toGenericString() + " extends " + type.getGenericSuperclass() + " implements "
                + Arrays.toString(type.getGenericInterfaces()));
        Arrays.stream(type.getTypeParameters())
                .flatMap(parameter -> Arrays.stream(parameter.getBounds()))
                .map(Type::getTypeName)
                .forEach(signatures::add);
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> isOpen(field.getModifiers()))
                .map(Field::toGenericString)
                .forEach(signatures::add);
        Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> isOpen(constructor.getModifiers()))
                .map(Constructor::toGenericString)
                .forEach(signatures::add);
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isOpen(method.getModifiers()))
                .map(Method::toGenericString)
                .forEach(signatures::add);
        return signatures;
    }

    private static boolean isReachable(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return isOpen(type.getModifiers()) && (outer == null || isReachable(outer));
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicSignatures.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("compiled but not loadable: " + name, e);
        }
    }
}
