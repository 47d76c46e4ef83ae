import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { Column, Entity, PrimaryColumn, Repository } from 'typeorm';

class Learners {
  @Min(0) @Max(5_000) @IsInt() value: number;
}

class HeldClass {
  @IsIn(['management', 'craft', 'refresher']) kind: string;
  @Length(3, 200) @IsString() title: string;
  @IsOptional() @Length(3, 40) @IsString() place?: string;
  @IsDateString() effectiveOn: string;
  @IsOptional() @IsDateString() startedOn?: string;
  @ValidateNested() @Type(() => Learners) learners: Learners;
  @IsOptional() @Min(0) @Max(5_000) @IsInt() women?: number;
  @IsOptional() @Min(0) @IsInt() costVnd?: number;
}

@Entity('held_class')
class HeldClassRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) place: string | null;
  @Column('date') effectiveOn: string;
  @Column('date', { nullable: true }) startedOn: string | null;
  @Column('int') learners: number;
  @Column('int', { nullable: true }) women: number | null;
  @Column('bigint', { nullable: true }) costVnd: number | null;
}

@Controller('held-classes')
class HeldClasses {
  constructor(@InjectRepository(HeldClassRow) private readonly rows: Repository<HeldClassRow>) {}

  @Post()
  async insert(@Body() { learners, ...body }: HeldClass): Promise<{ id: string }> {
    const id = randomUUID();
    await this.rows.insert({ id, ...body, learners: learners.value });
    return { id };
  }
}

/** What the same fields cost where nothing is kept of who, when and why: one validated insert into one table. */
export async function serve(url: string): Promise<string> {
  @Module({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url, entities: [HeldClassRow], synchronize: true }),
      TypeOrmModule.forFeature([HeldClassRow]),
    ],
    controllers: [HeldClasses],
  })
  class BareInsert {}
  const app = await NestFactory.create(BareInsert, new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}
